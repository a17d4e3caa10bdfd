using Orleans.Concurrency;
using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>The waiting rounds and the slots that ask for them: soft state, rebuilt from what rounds and slots say every second after a loss.</summary>
[Alias("SimXir.IGpuPoolGrain")]
public interface IGpuPoolGrain : IGrainWithStringKey
{
    /// <summary>The pool of a cluster that has only one.</summary>
    const string Default = "default";

    /// <summary>A round waits; said again now and then, so that a pool that lost its memory learns it.</summary>
    [Alias("Offer")]
    Task<OfferReply> Offer(WaitingRound round);

    /// <summary>A round runs there; said again now and then too.</summary>
    [OneWay]
    [Alias("Served")]
    Task Served(WaitingRound round, WorkerId worker);

    /// <summary>A round has stopped waiting or running.</summary>
    [OneWay]
    [Alias("Withdraw")]
    Task Withdraw(RoundKey round);

    /// <summary>A slot asks for work: the answer comes when there is some, or without any after <paramref name="patience"/> (at most 15 s).</summary>
    [Alias("Next")]
    Task<SlotAnswer> Next(SlotOffer slot, TimeSpan patience);

    /// <summary>How an attempt at a round ended on a slot: three different rounds in a row that fail for what may be the slot's fault put it into
    /// quarantine. The answer is whether the round could be tried on a slot where it has not failed.</summary>
    [Alias("Ended")]
    Task<bool> Ended(WaitingRound round, WorkerId worker, StopReason reason);

    /// <summary>A slot takes no more work; its question, if it waits for an answer, is answered without any.</summary>
    [Alias("Leave")]
    Task Leave(WorkerId worker);

    [Alias("GetStatus")]
    Task<PoolStatus> GetStatus();
}
