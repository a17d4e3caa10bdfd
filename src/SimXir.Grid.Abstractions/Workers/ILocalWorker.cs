using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>One slot of this silo.</summary>
public interface ILocalWorker
{
    WorkerStatus Look();

    void Drain();

    void Cancel(RoundKey round, long fence);
}
