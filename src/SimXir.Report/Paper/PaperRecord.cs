using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>A compared figure for programs: accuracies in percent, gains in points, null where there is none.</summary>
internal sealed record PaperRecord
{
    public required int Table { get; init; }

    public required string Dataset { get; init; }

    public required string Method { get; init; }

    public required Treatment Treatment { get; init; }

    public required string Figure { get; init; }

    public required int Seeds { get; init; }

    public required int N { get; init; }

    /// <summary>What became of the seeds that are not in the mean; null where all are.</summary>
    public required string? Missing { get; init; }

    public required bool Collapsed { get; init; }

    public required double? Mean { get; init; }

    public required double? HalfWidth { get; init; }

    public required double? Paper { get; init; }

    public required int GainN { get; init; }

    public required double? Gain { get; init; }

    public required double? GainHalfWidth { get; init; }

    public required double? P { get; init; }

    public required double? PaperGain { get; init; }

    public required string? Verdict { get; init; }

    public required int? MoreSeeds { get; init; }

    public static PaperRecord Of(PaperEntry entry) => new()
    {
        Table = entry.Table,
        Dataset = entry.Dataset.Name,
        Method = entry.Method.Name,
        Treatment = entry.Treatment,
        Figure = entry.Compared.Figure,
        Seeds = entry.Compared.Seeds,
        N = entry.Compared.Ours?.N ?? 0,
        Missing = entry.Compared.Missing.Length == 0 ? null : entry.Compared.Missing,
        Collapsed = entry.Compared.IsCollapsed,
        Mean = entry.Compared.Ours?.Mean,
        HalfWidth = entry.Compared.Ours?.HalfWidth,
        Paper = entry.Compared.Paper?.Value,
        GainN = entry.Compared.OurGain?.N ?? 0,
        Gain = entry.Compared.OurGain?.Mean,
        GainHalfWidth = entry.Compared.OurGain?.HalfWidth,
        P = entry.Compared.OurGain?.PValue,
        PaperGain = entry.Compared.Paper?.Gain,
        Verdict = entry.Compared.Gain?.Verdict switch
        {
            GainVerdict.Reproduced => "reproduced",
            GainVerdict.NotReproduced => "not reproduced",
            GainVerdict.NotDecided => "not decided",
            _ => null,
        },
        MoreSeeds = entry.Compared.Gain?.MoreSeeds,
    };
}
