namespace SimXir.Store.Tests;

/// <summary>The short ways through the protocol, which save requests: each ends where the long one does.</summary>
public abstract partial class RoundContract
{
    [Fact]
    public async Task TakeFirst_OfAnUntouchedRound_IsATake()
    {
        var taken = Done(await _rounds.TakeFirstAsync(Key, 1, Text.Stop));

        Assert.Equal(taken.Head, await _rounds.ReadHeadAsync(Key, Text.Stop));
        Assert.Equal(taken.ETag, await _store.ETagAsync(RoundNames.Head(Key)));
        Assert.IsType<CommitOutcome.Committed>(await _rounds.CommitAsync(Samples.Manifest(fence: 1), taken, Text.Stop));
    }

    [Fact]
    public async Task TakeFirst_WhereAHeadStandsAllTheSame_IsATake()
    {
        await _rounds.TakeAsync(Key, 2, Text.Stop);

        Assert.Equal(new HeadUpdate.Fenced(2), await _rounds.TakeFirstAsync(Key, 1, Text.Stop));
        Assert.Equal(2, Done(await _rounds.TakeFirstAsync(Key, 3, Text.Stop)).Head.Attempts);
    }

    [Fact]
    public async Task Commit_WithAHeadThatHasChangedSince_ReadsIt()
    {
        var taken = Done(await _rounds.TakeAsync(Key, 1, Text.Stop));
        var checkpoint = Samples.Checkpoint(1, 10);
        await _rounds.AdvanceAsync(Key, checkpoint, NoTime, Text.Stop);

        var committed = Assert.IsType<CommitOutcome.Committed>(await _rounds.CommitAsync(Samples.Manifest(fence: 1), taken, Text.Stop));

        Assert.Equal([checkpoint.Part], committed.Freed);
        Assert.IsType<CommitOutcome.Committed>(await _rounds.CommitAsync(Samples.Manifest(fence: 1), taken, Text.Stop));
    }

    [Fact]
    public async Task Commit_WithAHeadThatAnotherHasTakenSince_IsFenced()
    {
        var taken = Done(await _rounds.TakeAsync(Key, 1, Text.Stop));
        await _rounds.TakeAsync(Key, 2, Text.Stop);

        Assert.Equal(new CommitOutcome.Fenced(2), await _rounds.CommitAsync(Samples.Manifest(fence: 1), taken, Text.Stop));
    }

    [Fact]
    public async Task Retract_BetweenADecisionAndItsManifest_StaysRetracted()
    {
        await _rounds.TakeAsync(Key, 1, Text.Stop);
        var slow = new FaultyStore(_source.Open(), (kind, name) =>
        {
            if (kind == "create" && name == RoundNames.Manifest(Key))
            {
                var prepared = _rounds.ReadHeadAsync(Key).GetAwaiter().GetResult()!.Prepared!;
                Assert.True(_rounds.RetractAsync(Key, new StoredManifest(Samples.Manifest(1), prepared)).GetAwaiter().GetResult());
            }

            return Fault.None;
        });

        await new RoundStore(slow).CommitAsync(Samples.Manifest(fence: 1), Text.Stop);

        Assert.Null(await _rounds.ReadManifestAsync(Key, help: false, Text.Stop));
        Assert.Null(await _rounds.ReadManifestAsync(Key, help: true, Text.Stop));
    }

    [Fact]
    public async Task ReadCommitted_ManifestOfAnOlderFence_CountsAsFarAsTheHeadSays()
    {
        var old = await CommittedAsync();
        var left = (await _store.ReadAsync(RoundNames.Manifest(Key), Text.Stop))!.Content;
        await _rounds.RetractAsync(Key, old, Text.Stop);
        await _store.CreateAsync(RoundNames.Manifest(Key), left, Text.Stop); // as if whoever retracted it had died before deleting it
        await _rounds.TakeAsync(Key, 2, Text.Stop);

        Assert.Null(await _rounds.ReadCommittedAsync(Key, fence: 2, Text.Stop));
        await _rounds.CommitAsync(Samples.Manifest(fence: 2), Text.Stop);
        Assert.Equal(2, (await _rounds.ReadCommittedAsync(Key, fence: 2, Text.Stop))!.Manifest.Fence);
    }

    [Fact]
    public async Task ReadCommitted_ManifestUnreadable_IsMended()
    {
        var old = await CommittedAsync();
        await _store.ReplaceAsync(RoundNames.Manifest(Key), Text.Bytes("{ \"key\": 3"), await _store.ETagAsync(RoundNames.Manifest(Key)), Text.Stop);

        Assert.Equal(old.Content, (await _rounds.ReadCommittedAsync(Key, fence: null, Text.Stop))!.Content);
        Assert.Equal(old.Content, (await _rounds.ReadManifestAsync(Key, help: false, Text.Stop))!.Content);
    }
}
