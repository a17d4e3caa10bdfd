using SimXir.Experiments;
using SimXir.Grid;

namespace SimXir.Host;

/// <summary>What can be told of sweeps: by their store, or by a cluster that has one.</summary>
public interface ISweepReading
{
    /// <summary>Who tells it, for messages.</summary>
    string Description { get; }

    Task<IReadOnlyList<SweepSummary>> ListAsync(CancellationToken cancellation);

    /// <summary>The figures so far.</summary>
    Task<SweepResult> ResultAsync(SweepId sweep, CancellationToken cancellation);

    Task<StoredStatus> StatusAsync(SweepId sweep, CancellationToken cancellation);

    /// <summary>How it stands, for someone who looks again and again; null where nobody could say just now.</summary>
    Task<SweepStatus?> LookAsync(SweepId sweep, CancellationToken cancellation);

    /// <summary>Where a sweep, an experiment or a cell stands now and because of what, as lines that fit a screen.</summary>
    Task<IReadOnlyList<string>> AnswerAsync(CellAddress address, CancellationToken cancellation);

    /// <summary>The causal log of a sweep, an experiment or a cell, as lines.</summary>
    Task<IReadOnlyList<string>> WhyAsync(CellAddress address, CancellationToken cancellation);
}
