using Orleans.Concurrency;
using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>One experiment of a sweep; its key is the text of the <see cref="ExperimentId"/>.</summary>
[Alias("SimXir.IExperimentGrain")]
public interface IExperimentGrain : IGrainWithStringKey
{
    /// <summary>Walks the experiment's rounds for that submission of the sweep, or stops walking, as ordered; calling it again does nothing new.</summary>
    [Alias("Start")]
    Task Start(int submission, SweepOrder order, ServiceSpec service);

    /// <summary>A round that the experiment asked for has moved on. A lost call is made up for by the experiment's own timer.</summary>
    [OneWay]
    [Alias("RoundChanged")]
    Task RoundChanged(RoundReport report);

    /// <summary>How it stands; answered at any time.</summary>
    [AlwaysInterleave]
    [Alias("GetStatus")]
    Task<ExperimentStatus> GetStatus();
}
