using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>The right to run a round until it runs out; durations, so that clocks need not agree.</summary>
/// <param name="Recipe">What to run.</param>
/// <param name="Title">What its first asker calls it.</param>
/// <param name="Fence">Grows with every grant; every write carries it.</param>
/// <param name="Attempt">Counted from 1.</param>
/// <param name="ReachedStep">The furthest step that an earlier holder told of.</param>
/// <param name="Length">How long after a grant or renewal it holds.</param>
/// <param name="RenewEvery">How often the holder renews.</param>
/// <param name="Patience">How long a holder whom no grid answers goes on.</param>
[GenerateSerializer, Immutable, Alias("SimXir.Lease")]
public sealed record Lease(
    [property: Id(0)] RoundRecipe Recipe,
    [property: Id(1)] string Title,
    [property: Id(2)] long Fence,
    [property: Id(3)] int Attempt,
    [property: Id(4)] long ReachedStep,
    [property: Id(5)] TimeSpan Length,
    [property: Id(6)] TimeSpan RenewEvery,
    [property: Id(7)] TimeSpan Patience)
{
    /// <summary>The span on whose behalf it is granted, as <see cref="GridTrace.Current"/> told it; null where that is not known.</summary>
    [Id(8)]
    public string? Trace { get; init; }

    /// <summary>No lease of the round was granted before, and no manifest of it stood in the store.</summary>
    [Id(9)]
    public bool Untouched { get; init; }

    /// <summary>For how long an experiment that wants the round has been at work: a slot that idled before then idled for nobody.</summary>
    [Id(10)]
    public TimeSpan WantedFor { get; init; }
}
