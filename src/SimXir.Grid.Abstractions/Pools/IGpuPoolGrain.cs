using Orleans.Concurrency;
using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>The waiting rounds and the slots that ask for them: soft state, rebuilt from offers and polls after a loss.</summary>
[Alias("SimXir.IGpuPoolGrain")]
public interface IGpuPoolGrain : IGrainWithStringKey
{
    /// <summary>The pool of a cluster that has only one.</summary>
    const string Default = "default";

    /// <summary>A round waits; said again now and then, so that a pool that lost its memory learns it.</summary>
    [Alias("Offer")]
    Task Offer(WaitingRound round);

    /// <summary>A round has stopped waiting or running.</summary>
    [OneWay]
    [Alias("Withdraw")]
    Task Withdraw(RoundKey round);

    /// <summary>A slot asks for work: the answer comes when there is some, or null after <paramref name="patience"/> (at most 15 s).</summary>
    [Alias("Next")]
    Task<RoundKey?> Next(WorkerId worker, TimeSpan patience);

    /// <summary>A slot takes no more work; its question, if it waits for an answer, is answered with null.</summary>
    [Alias("Leave")]
    Task Leave(WorkerId worker);

    [Alias("GetStatus")]
    Task<PoolStatus> GetStatus();
}
