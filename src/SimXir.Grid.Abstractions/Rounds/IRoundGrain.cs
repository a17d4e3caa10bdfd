using Orleans.Concurrency;
using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>One round, whichever sweeps want it; its key is the <see cref="RoundKey"/>. It alone grants the right to run it.</summary>
[Alias("SimXir.IRoundGrain")]
public interface IRoundGrain : IGrainWithStringKey
{
    /// <summary>Wants the round done and to be told; a result that is there is verified before it is served.</summary>
    [Alias("Request")]
    Task<RoundReport> Request(RoundRequest request);

    /// <summary>The experiment wants the round no more, for now (<see cref="SweepOrder.Pause"/>) or at all (<see cref="SweepOrder.Cancel"/>).
    /// Where nobody else wants it, it leaves the line or its worker is told to stop. Saying it again changes nothing.</summary>
    [Alias("Leave")]
    Task<RoundReport> Leave(ExperimentId experiment, SweepOrder order);

    /// <summary>A worker takes the round; null where there is nothing to take.</summary>
    [Alias("Acquire")]
    Task<Lease?> Acquire(WorkerId worker);

    /// <summary>The holder says that it is alive and how far it is.</summary>
    [Alias("Renew")]
    Task<RenewReply> Renew(long fence, RoundProgress? progress);

    /// <summary>A round of a higher priority wants the slot: the holder is told to checkpoint and give it back.</summary>
    [OneWay]
    [Alias("MakeRoom")]
    Task MakeRoom(SweepId other, int priority);

    /// <summary>A manifest decides the round. False where none is to be seen: then nothing has changed.</summary>
    /// <param name="fence">The holder's.</param>
    /// <param name="own">What it has just committed itself; null where the manifest is another's, and has to be looked at.</param>
    [Alias("Committed")]
    Task<bool> Committed(long fence, Commitment? own);

    /// <summary>The holder has stopped without a result.</summary>
    [Alias("Stopped")]
    Task Stopped(long fence, AttemptEnd end);

    /// <summary>How it stands; answered at any time.</summary>
    [AlwaysInterleave]
    [Alias("GetReport")]
    Task<RoundReport> GetReport();
}
