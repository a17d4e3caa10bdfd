using System.CommandLine;
using System.Globalization;

namespace SimXir.Cli;

/// <summary>The options of <c>chaos</c> that are numbers; each is held against its range.</summary>
public static class ChaosSettings
{
    public static Option<double> Every() => new("--every")
    {
        Description = "Seconds from one fault to the next",
        HelpName = "SECONDS",
        DefaultValueFactory = _ => 20,
        CustomParser = result =>
        {
            var text = result.Tokens[^1].Value;
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= 86400) return seconds;
            result.AddError($"--every '{text}' is out of range; allowed are 1 to 86400 seconds");
            return 20;
        },
    };

    public static Option<int> Workers() => new("--workers")
    {
        Description = "Training silos at a time; they divide the cores",
        HelpName = "N",
        DefaultValueFactory = _ => Math.Min(2, Environment.ProcessorCount),
        CustomParser = result =>
        {
            var text = result.Tokens[^1].Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1 && count <= Environment.ProcessorCount) return count;
            result.AddError($"--workers '{text}' is out of range; allowed are 1 to {Environment.ProcessorCount}, the cores of this machine");
            return 1;
        },
    };
}
