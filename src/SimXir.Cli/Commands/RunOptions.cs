using System.CommandLine;

namespace SimXir.Cli;

/// <summary>How a worker is run, by <c>run</c> and by <c>silo</c>.</summary>
public static class RunOptions
{
    private const string SlotsVariable = "SIMXIR_SLOTS";

    public static Option<int> Slots()
    {
        var option = NumberOptions.Cores("--slots", $"CPU slots that train at the same time; they divide the cores [{SlotsVariable}]", 1);
        option.DefaultValueFactory = result => CommonOptions.Variable(SlotsVariable) is { } text ? NumberOptions.ParseCores(result, text, SlotsVariable) ?? 1 : 1;
        return option;
    }

    /// <summary>Null where it is left to the slots.</summary>
    public static Option<int?> Threads() =>
        NumberOptions.CoresOrNone("--threads", "Torch threads of each slot; left out, the slots divide the cores. Weights are equal, byte for byte, for one number of threads");

    public static Option<int> SlotsPerGpu() => NumberOptions.Whole("--slots-per-gpu", "Slots that share one CUDA device", 1, most: 64);

    public static Option<double> CheckpointEvery() => NumberOptions.Seconds("--checkpoint-every", "Seconds of training that a kill may cost", 15, least: 0.1);
}
