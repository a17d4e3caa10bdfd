using Orleans.Concurrency;
using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>One sweep; its key is the <see cref="SweepId"/>.</summary>
/// <remarks>Grains wait for answers only downwards, from the directory to sweeps, experiments, rounds and the pool. What goes up is sent without
/// waiting and sent again until it is known to have arrived, so no two grains can wait for each other.</remarks>
[Alias("SimXir.ISweepGrain")]
public interface ISweepGrain : IGrainWithStringKey
{
    /// <summary>Starts a plan, goes on with it, or asks for it again when it has ended; refused where the name belongs to another plan.</summary>
    [Alias("Submit")]
    Task<SubmitReply> Submit(SubmitRequest request);

    /// <summary>Adds up what its experiments say.</summary>
    [AlwaysInterleave]
    [Alias("GetStatus")]
    Task<SweepStatus> GetStatus();

    /// <summary>Makes sure that an unfinished sweep's experiments are at work.</summary>
    [Alias("Wake")]
    Task Wake();

    /// <summary>A user's wish may stand in the store: looks now, not only at its next turn.</summary>
    [Alias("LookAtWish")]
    Task LookAtWish();

    /// <summary>An experiment tells that it has ended, in that submission.</summary>
    [Alias("ExperimentEnded")]
    Task ExperimentEnded(ExperimentId experiment, int submission, CellState state);
}
