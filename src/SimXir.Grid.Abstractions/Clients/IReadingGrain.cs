using System.Collections.Immutable;
using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>What a cluster's store tells of its sweeps, for clients that cannot read the store themselves. Its key means nothing.</summary>
[Alias("SimXir.IReadingGrain")]
public interface IReadingGrain : IGrainWithIntegerKey
{
    [Alias("List")]
    Task<StoreAnswer<ImmutableArray<SweepSummary>>> List();

    [Alias("Status")]
    Task<StoreAnswer<StoredStatus>> Status(SweepId sweep);

    [Alias("Result")]
    Task<StoreAnswer<SweepResult>> Result(SweepId sweep);

    /// <param name="address"><c>SWEEP[/DATASET/METHOD/SEED[/TREATMENT]]</c>.</param>
    [Alias("Answer")]
    Task<StoreAnswer<ImmutableArray<string>>> Answer(string address);

    /// <param name="address"><c>SWEEP[/DATASET/METHOD/SEED[/TREATMENT]]</c>.</param>
    [Alias("Why")]
    Task<StoreAnswer<ImmutableArray<string>>> Why(string address);
}
