using System.CommandLine;
using System.Globalization;

namespace SimXir.Cli;

/// <summary>The options of <c>bench</c>, each held against its range.</summary>
public static class BenchOptions
{
    public static Option<int> Threads() =>
        Whole("--threads", "Threads that work at the same time", Environment.ProcessorCount, most: Environment.ProcessorCount);

    public static Option<int> Pairs() => Whole("--pairs", "How many times each of the two is timed, in turn", 5, most: 1000);

    /// <summary>A whole number of 1 or more.</summary>
    /// <param name="name">With its dashes.</param>
    /// <param name="description">For the help.</param>
    /// <param name="fallback">Where it is not given.</param>
    /// <param name="most">The largest that is allowed.</param>
    public static Option<int> Whole(string name, string description, int fallback, int most) => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => fallback,
        CustomParser = result =>
        {
            var text = result.Tokens[^1].Value;
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most) return number;
            result.AddError(string.Create(CultureInfo.InvariantCulture, $"{name} '{text}' is out of range; allowed are 1 to {most}"));
            return fallback;
        },
    };
}
