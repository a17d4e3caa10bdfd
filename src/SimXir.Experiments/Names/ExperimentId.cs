using System.Globalization;

namespace SimXir.Experiments;

/// <summary>One (dataset, method, seed) of a sweep; its text is <c>sweep/dataset/method/seed</c>.</summary>
public sealed record ExperimentId(SweepId Sweep, DatasetId Dataset, MethodId Method, int Seed)
{
    public static ExperimentId Parse(string text)
    {
        var parts = text.Split('/');
        return parts.Length == 4 && int.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
            ? new ExperimentId(new SweepId(parts[0]), DatasetId.Parse(parts[1]), MethodId.Parse(parts[2]), seed)
            : throw new FormatException($"'{text}' is no experiment; the form is sweep/dataset/method/seed");
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Sweep}/{Dataset}/{Method}/{Seed}");
}
