namespace SimXir.Grid;

/// <summary>A worker's address in the grid: it lives on the worker's own silo. Its key is the text of the <see cref="WorkerId"/>.</summary>
[Alias("SimXir.IGpuWorkerGrain")]
public interface IGpuWorkerGrain : IGrainWithStringKey
{
    /// <summary>Looks inside.</summary>
    [Alias("Look")]
    Task<WorkerStatus> Look();

    /// <summary>Takes no more rounds, and gives back the running one after a checkpoint.</summary>
    [Alias("Drain")]
    Task Drain();

    /// <summary>Stops a round at once, if it runs here under that fence.</summary>
    [Alias("Cancel")]
    Task Cancel(string round, long fence);
}
