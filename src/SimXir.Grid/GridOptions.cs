using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>The grid's times, and which sweeps it looks after.</summary>
public sealed class GridOptions
{
    /// <summary>How long a lease holds without renewal: how late a silent worker's round starts elsewhere.</summary>
    /// <value>Default 15 s; more than twice <see cref="RenewEvery"/>.</value>
    public TimeSpan LeaseLength { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often a worker renews, and so how old its progress can be.</summary>
    /// <value>Default 2 s.</value>
    public TimeSpan RenewEvery { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a worker that no grid answers goes on with its round: every write of it is fenced, so it can do no harm, and nothing
    /// is trained twice when the grid comes back.</summary>
    /// <value>Default 10 min; LeaseLength or more.</value>
    public TimeSpan HolderPatience { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How often a round looks after its lease, or after the pause before its next attempt.</summary>
    /// <value>Default 1 s.</value>
    public TimeSpan WatchEvery { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How seldom a waiting round may say again that it waits, in case the pool lost its memory. Where few wait, each says it every
    /// <see cref="WatchEvery"/>; the pool spreads the calls where thousands do.</summary>
    /// <value>Default 15 s.</value>
    public TimeSpan OfferEvery { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often an experiment asks its open rounds how they stand, in case a message was lost.</summary>
    /// <value>Default 30 s.</value>
    public TimeSpan AskAgainEvery { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often an unfinished sweep looks whether a user has asked something of it.</summary>
    /// <value>Default 1 s: one small read of the store for each unfinished sweep.</value>
    public TimeSpan LookAtWishEvery { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How often the pool writes down who waits for what, where it has changed.</summary>
    /// <value>Default 2 s.</value>
    public TimeSpan WritePoolEvery { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How often the reconciler wakes unfinished sweeps.</summary>
    /// <value>Default 30 s.</value>
    public TimeSpan ReconcileEvery { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The one sweep that the reconciler wakes, for a program that runs just that; null for all.</summary>
    public SweepId? OnlySweep { get; set; }
}
