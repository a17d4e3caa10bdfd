using System.Collections.Immutable;
using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>All that a report tells of a sweep.</summary>
public sealed record SweepReport
{
    public required SweepResult Result { get; init; }

    /// <summary>What was asked for.</summary>
    public required SweepSpec Spec { get; init; }

    /// <summary>As its author wrote it.</summary>
    public required string SpecText { get; init; }

    public required ImmutableArray<StageCurve> Curves { get; init; }

    /// <summary>Where rounds ran, each once.</summary>
    public required ImmutableArray<RunEnvironment> Environments { get; init; }

    /// <summary>The precision of its rounds.</summary>
    public required ImmutableArray<Precision> Precisions { get; init; }

    /// <summary>SHA-256 of each dataset's files.</summary>
    public required ImmutableSortedDictionary<string, string> Fingerprints { get; init; }

    /// <summary>What rounds noted of themselves, such as a probe that did not converge, each with the round's name.</summary>
    public required ImmutableArray<string> Notes { get; init; }

    /// <summary>Wasted slot-seconds by the reason of the stop.</summary>
    public required ImmutableSortedDictionary<StopReason, double> Wasted { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What else there is to tell, such as the dynamics of its encoders, in this order after the spread.</summary>
    public ImmutableArray<ReportSection> More { get; init; } = [];
}
