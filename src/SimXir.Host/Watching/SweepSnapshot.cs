using System.Collections.Immutable;
using SimXir.Experiments;

namespace SimXir.Host;

/// <summary>One sweep at a moment.</summary>
public sealed record SweepSnapshot
{
    public required SweepPlan Plan { get; init; }

    /// <summary>Summed up over its cells.</summary>
    public required CellState State { get; init; }

    /// <summary>Why it is paused or cancelled, in a sentence; null where it is neither.</summary>
    public string? Held { get; init; }

    /// <summary>How it is served among others; as the spec says before the first grain heard of it.</summary>
    public required ServiceSpec Service { get; init; }

    /// <summary>When its newest submission came.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    public required ImmutableArray<WatchedExperiment> Experiments { get; init; }

    public SweepId Sweep => Plan.Sweep;

    public IEnumerable<WatchedCell> Cells => Experiments.SelectMany(experiment => experiment.Cells);

    public SweepSummary Summary => new(Sweep, State, Cells.Count(cell => cell.Result.State.HasResult()), Experiments.Sum(experiment => experiment.Cells.Length));

    /// <summary>Done parts of all cells, 0 to 1.</summary>
    public double Progress => Experiments.IsEmpty ? 0 : Cells.Average(cell => cell.Progress);

    /// <summary>Null where there is no such experiment.</summary>
    public WatchedExperiment? Find(DatasetId dataset, MethodId method, int seed) =>
        Experiments.FirstOrDefault(experiment => experiment.Id.Dataset == dataset && experiment.Id.Method == method && experiment.Id.Seed == seed);

    /// <summary>The figures, as tables are made of; the ledger is read apart.</summary>
    public SweepResult ToResult(SlotLedger ledger) => new(Sweep, State, [.. Cells.Select(cell => cell.Result)], ledger);
}
