using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace SimXir.Cli;

/// <summary>Options that are numbers, each held against its range.</summary>
public static class NumberOptions
{
    /// <summary>A whole number of 1 or more.</summary>
    /// <param name="name">With its dashes.</param>
    /// <param name="description">For the help.</param>
    /// <param name="fallback">Where it is not given.</param>
    /// <param name="most">The largest that is allowed.</param>
    /// <param name="why">Ends the refusal: where the bound comes from.</param>
    public static Option<int> Whole(string name, string description, int fallback, int most, string why = "") => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => fallback,
        CustomParser = result => ParseWhole(result, result.Tokens[^1].Value, name, most, why) ?? fallback,
    };

    /// <summary>1 up to the cores of this machine.</summary>
    public static Option<int> Cores(string name, string description, int fallback) => Whole(name, description, fallback, Environment.ProcessorCount, OfCores);

    /// <summary>1 up to the cores of this machine; null where it is not given.</summary>
    public static Option<int?> CoresOrNone(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "N",
        CustomParser = result => ParseCores(result, result.Tokens[^1].Value, name),
    };

    /// <summary>The number, or null and a fault.</summary>
    /// <param name="result">Takes the fault.</param>
    /// <param name="text">What was given.</param>
    /// <param name="said">The option or the variable that gave it.</param>
    public static int? ParseCores(ArgumentResult result, string text, string said) => ParseWhole(result, text, said, Environment.ProcessorCount, OfCores);

    /// <summary>Seconds, up to a day.</summary>
    /// <param name="name">With its dashes.</param>
    /// <param name="description">For the help.</param>
    /// <param name="fallback">Where it is not given.</param>
    /// <param name="least">The smallest that is allowed.</param>
    public static Option<double> Seconds(string name, string description, double fallback, double least) => new(name)
    {
        Description = description,
        HelpName = "SECONDS",
        DefaultValueFactory = _ => fallback,
        CustomParser = result =>
        {
            var text = result.Tokens[^1].Value;
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds >= least && seconds <= LongestSeconds) return seconds;
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} '{text}' is out of range; allowed are {least} to {LongestSeconds} seconds"));
            return fallback;
        },
    };

    private const string OfCores = ", the cores of this machine";
    private const int LongestSeconds = 86400;

    private static int? ParseWhole(ArgumentResult result, string text, string said, int most, string why)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most) return number;
        result.AddError(string.Create(CultureInfo.InvariantCulture, $"{said} '{text}' is out of range; allowed are 1 to {most}{why}"));
        return null;
    }
}
