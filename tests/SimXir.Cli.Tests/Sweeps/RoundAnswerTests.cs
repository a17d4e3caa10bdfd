using System.Collections.Immutable;
using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Host;
using SimXir.Store;

namespace SimXir.Cli.Tests;

/// <summary>One sentence for each state of a round.</summary>
public sealed class RoundAnswerTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly WorkerId Slot = new("10.0.0.1:11111@5", "cpu#0");
    private static readonly ExperimentId Asker = ExperimentId.Parse("mini/cifar10/simsiam/0");
    private static readonly PlannedRound Round = Planner.Expand(
        new SweepSpec { Name = new SweepId("mini"), Datasets = [Asker.Dataset], Methods = [Asker.Method] },
        Precision.Fp32,
        ImmutableDictionary<DatasetId, string>.Empty.Add(Asker.Dataset, "fingerprint")).Experiments[0].Rounds[0];
    private static readonly HeadCheckpoint Checkpoint = new(new PartRef(new string('a', 64), 5), 120, 3, Now.AddMinutes(-1), 1);

    [Fact]
    public void Of_ARoundThatEnded_SaysHow()
    {
        Check("cached: the store held its result, which was verified and served", new RoundEntry(RoundStatus.Completed, Cached: true), new RoundState());
        Check(
            "completed, not cached: made in 3 attempts; stopped before: 2 x Preempted",
            new RoundEntry(RoundStatus.Completed),
            new RoundState { Attempts = 3, Failures = { [StopReason.Preempted] = 2 } });
        Check("diverged, which is its result: the loss became NaN at step 7", new RoundEntry(RoundStatus.Diverged, Reason: "the loss became NaN at step 7"), new RoundState());
        Check("failed: Bug: it broke; submitted again, it is tried again", new RoundEntry(RoundStatus.Failed, Reason: "Bug: it broke"), new RoundState());
    }

    [Fact]
    public void Of_ARunningRound_SaysWhereSinceWhenAndHowFar()
    {
        var state = new RoundState { Status = RoundStatus.Leased, Holder = Slot, GrantedAt = Now.AddMinutes(-90), Attempts = 2, Failures = { [StopReason.OutOfMemory] = 1 }, Askers = { Asker } };

        Check(
            $"runs on {Slot} since 10:30:00Z (90 min), attempt 2; stopped before: 1 x OutOfMemory; its checkpoint is at epoch 3 (step 120) of 11:59:00Z",
            Asked, state, checkpoint: Checkpoint);
        Check($"was running on {Slot} when the last process went; goes on elsewhere as soon as one is at work", Asked, state, driven: false);
        state.Stop = RoundStop.MakeRoom;
        Check($"runs on {Slot} since 10:30:00Z (90 min), attempt 2; stopped before: 1 x OutOfMemory; it makes room for a round of a higher priority", Asked, state);
    }

    [Fact]
    public void Of_AWaitingRound_SaysWhatIsBeforeIt()
    {
        var state = new RoundState { Status = RoundStatus.Waiting, Askers = { Asker } };
        Check("waits for a slot: the pool has not written anything down yet", Asked, state);
        Check("waits for a slot: the pool has no slot", Asked, state, pool: Pool([Mine], [], []));
        Check("waits for a slot: it is the next; 1 slot, none held", Asked, state, pool: Pool([Mine], [], [Slot]));
        Check(
            $"waits for a slot: 3 rounds are before it (2 of urgent, priority 5, 1 of mini); 1 slot, held: 1 by urgent; in quarantine: {Slot with { Device = "cpu#1" }}, since it failed",
            Asked, state, pool: Pool([Other(1, 5), Other(2, 5), Mine with { Key = Key(9) }, Mine], [new ServedRound(Other(3, 5), Slot)], [Slot], new QuarantinedSlot(Slot with { Device = "cpu#1" }, "it failed")));
        Check("waits for a process: none is at work on this store", Asked, state, driven: false);
        Check("waits for a slot: it is the next; 1 slot, none held", Asked, null, pool: Pool([Mine], [], [Slot]));
        Check("waits for a process: none is at work on this store", Asked, null, driven: false);
    }

    [Fact]
    public void Of_ARoundThatCannotStartNow_SaysWhyNot()
    {
        Check("pauses until 12:00:30Z after its last attempt; stopped before: 1 x StorageFault", Asked, new RoundState { Status = RoundStatus.Waiting, NotBefore = Now.AddSeconds(30), Failures = { [StopReason.StorageFault] = 1 } });
        Check($"waits for a slot: the pool has not written anything down yet; stopped before: failed on {Slot}", Asked, new RoundState { Status = RoundStatus.Waiting, Tried = { Slot } });
        Check("no slot of this pool can ever run it: it needs cuda, the pool has 2 cpu slots", Asked, new RoundState { Status = RoundStatus.Waiting, Obstacle = "no slot of this pool can ever run it: it needs cuda, the pool has 2 cpu slots" });
        Check("waits for pretrain 1/2", null, null, unmade: ["pretrain 1/2"]);
        Check("paused: a user asked; its checkpoint is at epoch 3 (step 120) of 11:59:00Z", Asked, new RoundState(), hold: "paused: a user asked", checkpoint: Checkpoint);
        Check("cancelled: a user asked", null, null, hold: "cancelled: a user asked");
    }

    private static RoundEntry Asked => new(RoundStatus.Waiting);

    private static WaitingRound Mine => new(Round.Key, new SweepId("mini"), new ServiceSpec(), []);

    private static WaitingRound Other(int n, int priority) => new(Key(n), new SweepId("urgent"), new ServiceSpec { Priority = priority }, []);

    private static RoundKey Key(int n) => new(n.ToString("x64", System.Globalization.CultureInfo.InvariantCulture));

    private static PoolRecord Pool(ImmutableArray<WaitingRound> waiting, ImmutableArray<ServedRound> served, WorkerId[] slots, params QuarantinedSlot[] quarantined) =>
        new(Now, waiting.Length, new PoolStatus(waiting, [.. slots.Select(slot => new SlotOffer(slot))], served, [.. quarantined]));

    private static void Check(
        string expected, RoundEntry? entry, RoundState? state, PoolRecord? pool = null, string? hold = null, bool driven = true, HeadCheckpoint? checkpoint = null, string[]? unmade = null) =>
        Assert.Equal(
            $"{Round.Title} [{Round.Key.Prefix}]: {expected}",
            new RoundAnswer(pool, Now).Of(new RoundFacts(Round, entry, state, checkpoint, unmade ?? []), hold, driven));
}
