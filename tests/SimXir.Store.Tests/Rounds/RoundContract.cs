using SimXir.Experiments;

namespace SimXir.Store.Tests;

/// <summary>The fencing protocol on every store.</summary>
public abstract partial class RoundContract : IDisposable
{
    private static readonly RoundKey Key = Samples.Key();
    private static readonly SlotLedger NoTime = new();
    private readonly IStoreSource _source;
    private readonly IObjectStore _store;
    private readonly RoundStore _rounds;

    protected RoundContract(IStoreSource source)
    {
        _source = source;
        _store = source.Open();
        _rounds = new RoundStore(_store);
    }

    public void Dispose()
    {
        _source.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Round_TakenAdvancedCommitted_IsThere()
    {
        var head = Done(await _rounds.TakeAsync(Key, 1, Text.Stop)).Head;
        Assert.Equal((1, 1, 0), (head.Fence, head.Attempts, head.Step));

        var (first, second, third) = (Samples.Checkpoint(1, 10), Samples.Checkpoint(1, 20), Samples.Checkpoint(1, 30));
        Assert.Null(Done(await _rounds.AdvanceAsync(Key, first, NoTime, Text.Stop)).Freed);
        Assert.Null(Done(await _rounds.AdvanceAsync(Key, second, NoTime, Text.Stop)).Freed);
        Assert.Equal(first.Part, Done(await _rounds.AdvanceAsync(Key, third, new SlotLedger(UsefulSeconds: 3), Text.Stop)).Freed);
        Assert.Equal(
            new RoundHead { Fence = 1, Attempts = 1, Checkpoint = third, Previous = second, Ledger = new SlotLedger(UsefulSeconds: 3) },
            await _rounds.ReadHeadAsync(Key, Text.Stop));
        Assert.Null(await _rounds.ReadManifestAsync(Key, help: true, Text.Stop));

        var manifest = Samples.Manifest(fence: 1) with { Parts = Samples.Manifest(1).Parts.Add("weights", third.Part) };
        var committed = Assert.IsType<CommitOutcome.Committed>(await _rounds.CommitAsync(manifest, Text.Stop));

        Assert.Equal([second.Part], committed.Freed);
        Assert.Equal(committed.Manifest.Content, (await _rounds.ReadHeadAsync(Key, Text.Stop))!.Prepared);
        foreach (var help in new[] { false, true })
            Assert.Equal(JsonRecords.Bytes(manifest), JsonRecords.Bytes((await _rounds.ReadManifestAsync(Key, help, Text.Stop))!.Manifest));
    }

    [Fact]
    public async Task Advance_Repeated_FreesNothing()
    {
        await _rounds.TakeAsync(Key, 1, Text.Stop);
        foreach (var step in new[] { 10, 20, 30 }) await _rounds.AdvanceAsync(Key, Samples.Checkpoint(1, step), NoTime, Text.Stop);

        Assert.Null(Done(await _rounds.AdvanceAsync(Key, Samples.Checkpoint(1, 30), NoTime, Text.Stop)).Freed);
        Assert.Equal(20, (await _rounds.ReadHeadAsync(Key, Text.Stop))!.Previous!.Step);
    }

    [Fact]
    public async Task Drop_UnusableCheckpoint_FallsBackToTheOneBefore()
    {
        await _rounds.TakeAsync(Key, 1, Text.Stop);
        var (good, bad) = (Samples.Checkpoint(1, 10), Samples.Checkpoint(1, 20));
        await _rounds.AdvanceAsync(Key, good, NoTime, Text.Stop);
        await _rounds.AdvanceAsync(Key, bad, NoTime, Text.Stop);

        var dropped = Done(await _rounds.DropAsync(Key, 1, bad, Text.Stop));

        Assert.Equal(bad.Part, dropped.Freed);
        Assert.Equal((good, null), (dropped.Head.Checkpoint, dropped.Head.Previous));
    }

    [Fact]
    public async Task Zombie_WithAnOlderFence_CanNeitherAdvanceNorCommit()
    {
        await _rounds.TakeAsync(Key, 1, Text.Stop);
        await _rounds.AdvanceAsync(Key, Samples.Checkpoint(1, 10), NoTime, Text.Stop);
        var zombie = new RoundStore(_source.Open());

        var taken = Done(await _rounds.TakeAsync(Key, 2, Text.Stop)).Head;

        Assert.Equal((2, 2, 10), (taken.Fence, taken.Attempts, taken.Step));
        Assert.Equal(new HeadUpdate.Fenced(2), await zombie.TakeAsync(Key, 1, Text.Stop));
        Assert.Equal(new HeadUpdate.Fenced(2), await zombie.AdvanceAsync(Key, Samples.Checkpoint(1, 20), NoTime, Text.Stop));
        Assert.Equal(new HeadUpdate.Fenced(2), await zombie.DropAsync(Key, 1, Samples.Checkpoint(1, 10), Text.Stop));
        Assert.Equal(new HeadUpdate.Fenced(2), await zombie.ChargeAsync(Key, 1, NoTime, Text.Stop));
        Assert.Equal(new CommitOutcome.Fenced(2), await zombie.CommitAsync(Samples.Manifest(fence: 1), Text.Stop));
        Assert.Equal(taken, await _rounds.ReadHeadAsync(Key, Text.Stop));
        Assert.Null(await _rounds.ReadManifestAsync(Key, help: true, Text.Stop));

        Assert.IsType<CommitOutcome.Committed>(await _rounds.CommitAsync(Samples.Manifest(fence: 2), Text.Stop));
        Assert.IsType<CommitOutcome.AlreadyCommitted>(await zombie.CommitAsync(Samples.Manifest(fence: 1), Text.Stop));
        Assert.Equal(2, (await _rounds.ReadManifestAsync(Key, help: false, Text.Stop))!.Manifest.Fence);
    }

    [Fact]
    public async Task Commit_Repeated_IsCommitted()
    {
        await _rounds.TakeAsync(Key, 1, Text.Stop);
        var manifest = Samples.Manifest(fence: 1);
        await _rounds.CommitAsync(manifest, Text.Stop);

        Assert.IsType<CommitOutcome.Committed>(await _rounds.CommitAsync(manifest, Text.Stop));
        Assert.IsType<HeadUpdate.AlreadyCommitted>(await _rounds.TakeAsync(Key, 2, Text.Stop));
        Assert.IsType<HeadUpdate.AlreadyCommitted>(await _rounds.AdvanceAsync(Key, Samples.Checkpoint(1, 10), NoTime, Text.Stop));
    }

    [Fact]
    public async Task Write_WithoutTaking_IsAnError()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _rounds.CommitAsync(Samples.Manifest(fence: 1), Text.Stop));
        await _rounds.TakeAsync(Key, 1, Text.Stop);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _rounds.AdvanceAsync(Key, Samples.Checkpoint(2, 1), NoTime, Text.Stop));
    }

    private static HeadUpdate.Done Done(HeadUpdate update) => Assert.IsType<HeadUpdate.Done>(update);
}
