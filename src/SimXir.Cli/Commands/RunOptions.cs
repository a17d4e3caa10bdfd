using System.CommandLine;
using System.CommandLine.Parsing;
using SimXir.Experiments;
using SimXir.Host;

namespace SimXir.Cli;

/// <summary>How a worker is run, by <c>run</c> and by <c>silo</c>.</summary>
public static class RunOptions
{
    private const string SlotsVariable = "SIMXIR_SLOTS";
    private const string SlotsMeaning = "CPU slots that train at the same time; they divide the cores";

    /// <summary>Null where it is left to <see cref="SlotsFor"/> the spec.</summary>
    public static Option<int?> Slots()
    {
        var option = NumberOptions.CoresOrNone("--slots", $"{SlotsMeaning}; left out, one for each dataset, method and seed, as far as cores and memory go [{SlotsVariable}]");
        option.DefaultValueFactory = FromVariable;
        return option;
    }

    /// <summary>Of a worker that knows no spec.</summary>
    public static Option<int> SlotsOfSilo()
    {
        var option = NumberOptions.Cores("--slots", $"{SlotsMeaning} [{SlotsVariable}]", 1);
        option.DefaultValueFactory = result => FromVariable(result) ?? 1;
        return option;
    }

    /// <summary>As many as this machine has use for.</summary>
    public static int SlotsFor(SweepSpec spec) => LocalOptions.SlotsFor(spec, Environment.ProcessorCount, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30));

    /// <summary>Null where it is left to the slots.</summary>
    public static Option<int?> Threads() =>
        NumberOptions.CoresOrNone("--threads", "Torch threads of each slot; left out, the slots divide the cores. Weights are equal, byte for byte, for one number of threads");

    public static Option<int> SlotsPerGpu() => NumberOptions.Whole("--slots-per-gpu", "Slots that share one CUDA device", 1, most: 64);

    public static Option<double> CheckpointEvery() => NumberOptions.Seconds("--checkpoint-every", "Seconds of training that a kill may cost", 15, least: 0.1);

    private static int? FromVariable(ArgumentResult result) => CommonOptions.Variable(SlotsVariable) is { } text ? NumberOptions.ParseCores(result, text, SlotsVariable) : null;
}
