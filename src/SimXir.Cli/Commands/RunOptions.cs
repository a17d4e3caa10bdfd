using System.CommandLine;
using System.Globalization;

namespace SimXir.Cli;

/// <summary>The options of <c>run</c> that are numbers; each is held against its range.</summary>
public static class RunOptions
{
    public static Option<int> Slots() => Ranged("--slots", "CPU slots that train at the same time; they divide the cores [SIMXIR_SLOTS]", Environment.ProcessorCount,
        $"1 to {Environment.ProcessorCount}, the cores of this machine", CommonOptions.Variable("SIMXIR_SLOTS"));

    /// <summary>Null where it is left to the slots.</summary>
    public static Option<int?> Threads() => new("--threads")
    {
        Description = "Torch threads of each slot; left out, the slots divide the cores. Weights are equal, byte for byte, for one number of threads",
        HelpName = "N",
        CustomParser = result =>
        {
            var text = result.Tokens[^1].Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1 && count <= Environment.ProcessorCount) return count;
            result.AddError($"--threads '{text}' is out of range; allowed are 1 to {Environment.ProcessorCount}, the cores of this machine");
            return null;
        },
    };

    public static Option<int> SlotsPerGpu() => Ranged("--slots-per-gpu", "Slots that share one CUDA device", 64, "1 to 64", null);

    public static Option<double> CheckpointEvery() => new("--checkpoint-every")
    {
        Description = "Seconds of training that a kill may cost",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 15,
        CustomParser = result =>
        {
            var text = result.Tokens[^1].Value;
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0.1 and <= 86400) return seconds;
            result.AddError($"--checkpoint-every '{text}' is out of range; allowed are 0.1 to 86400 seconds");
            return 0;
        },
    };

    private static Option<int> Ranged(string name, string description, int most, string allowed, string? variable)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "N" };
        option.CustomParser = result => Parse(result, result.Tokens[^1].Value, name);
        option.DefaultValueFactory = result => variable is null ? 1 : Parse(result, variable, "SIMXIR_SLOTS");
        return option;

        int Parse(System.CommandLine.Parsing.ArgumentResult result, string text, string said)
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1 && count <= most) return count;
            result.AddError($"{said} '{text}' is out of range; allowed are {allowed}");
            return 1;
        }
    }
}
