using SimXir.Experiments;

namespace SimXir.Host;

/// <summary>Names and numbers in a request, parsed to types; one that is none becomes a <see cref="FormatException"/> that says what is.</summary>
internal static class ApiNames
{
    public static SweepId Sweep(string text) => SweepId.IsValid(text) ? new SweepId(text) : throw new FormatException($"'{text}' is no sweep name; {SweepId.Allowed}");

    public static RoundKey Round(string text) => Of(text, key => new RoundKey(key));

    public static ExperimentId Experiment(string sweep, string dataset, string method, int seed) =>
        new(Sweep(sweep), Of(dataset, DatasetId.Parse), Of(method, MethodId.Parse), Range(seed, 0, int.MaxValue, nameof(seed)));

    public static T? OrNone<T>(string? text, Func<string, T> parse)
        where T : struct => text is null ? null : Of(text, parse);

    public static T? Word<T>(string? text, string name)
        where T : struct, Enum
    {
        if (text is null) return null;
        return Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value) && !char.IsAsciiDigit(text[0])
            ? value
            : throw new FormatException($"{name} '{text}' is none; allowed are {string.Join(", ", Enum.GetNames<T>().Select(word => char.ToLowerInvariant(word[0]) + word[1..]))}");
    }

    public static int Range(int value, int least, int most, string name) =>
        value >= least && value <= most ? value : throw new FormatException(FormattableString.Invariant($"{name} {value} is out of range; allowed are {least} to {most}"));

    private static T Of<T>(string text, Func<string, T> parse)
    {
        try
        {
            return parse(text);
        }
        catch (ArgumentException fault)
        {
            throw new FormatException(fault.Message.Split(" (Parameter")[0], fault);
        }
    }
}
