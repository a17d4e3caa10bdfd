using System.Collections.Immutable;

namespace SimXir.Report;

/// <summary>What a row of a <see cref="PaperTable"/> shows.</summary>
internal enum PaperRowKind
{
    /// <summary>The sweep's accuracies.</summary>
    Ours,

    /// <summary>The paper's accuracies.</summary>
    Theirs,

    /// <summary>The sweep's gains.</summary>
    OurGain,

    /// <summary>The paper's gains.</summary>
    TheirGain,

    /// <summary>p of the paired test of the sweep's gains.</summary>
    Test,

    /// <summary>What is decided.</summary>
    Verdict,
}

/// <summary>One row of a <see cref="PaperTable"/>.</summary>
/// <param name="Kind">What it shows.</param>
/// <param name="Label">Such as <c>MoCo*</c>, <c>the paper's</c>.</param>
/// <param name="Cells">One text for each column.</param>
internal sealed record PaperRow(PaperRowKind Kind, string Label, ImmutableArray<string> Cells);
