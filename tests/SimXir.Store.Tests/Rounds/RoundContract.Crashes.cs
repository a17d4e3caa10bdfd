using SimXir.Experiments;

namespace SimXir.Store.Tests;

public abstract partial class RoundContract
{
    [Theory]
    [InlineData("take")]
    [InlineData("read")]
    [InlineData("commit")]
    [InlineData("advance")]
    public async Task Commit_CrashBeforeItsManifest_IsFinishedByWhoeverComesNext(string next)
    {
        await PreparedAsync();
        Assert.Null(await _rounds.ReadManifestAsync(Key, help: false, Text.Stop));

        var found = next switch
        {
            "take" => Assert.IsType<HeadUpdate.AlreadyCommitted>(await _rounds.TakeAsync(Key, 2, Text.Stop)).Manifest,
            "advance" => Assert.IsType<HeadUpdate.AlreadyCommitted>(
                await _rounds.AdvanceAsync(Key, Samples.Checkpoint(1, 5), NoTime, Text.Stop)).Manifest,
            "commit" => Assert.IsType<CommitOutcome.AlreadyCommitted>(
                await _rounds.CommitAsync(Samples.Manifest(fence: 1) with { Attempts = 9 }, Text.Stop)).Manifest,
            _ => await _rounds.ReadManifestAsync(Key, help: true, Text.Stop),
        };

        Assert.Equal(1, found!.Manifest.Fence);
        Assert.Equal(found.Content, (await _rounds.ReadManifestAsync(Key, help: false, Text.Stop))!.Content);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData(null)]
    public async Task Commit_PreparedTextSpoiledOrLost_RunsAgain(string? text)
    {
        await PreparedAsync();
        var (head, etag) = (await _rounds.ReadHeadAsync(Key, Text.Stop), await _store.ETagAsync(RoundNames.Head(Key)));
        await _store.ReplaceAsync(RoundNames.Head(Key), JsonRecords.Bytes(head! with { PreparedText = text }), etag, Text.Stop);

        Assert.Null(await _rounds.ReadManifestAsync(Key, help: true, Text.Stop));
        Assert.Equal(2, Done(await _rounds.TakeAsync(Key, 2, Text.Stop)).Head.Fence);
        Assert.IsType<CommitOutcome.Committed>(await _rounds.CommitAsync(Samples.Manifest(fence: 2), Text.Stop));
        Assert.Equal(2, (await _rounds.ReadManifestAsync(Key, help: false, Text.Stop))!.Manifest.Fence);
    }

    [Fact]
    public async Task Retract_BadManifest_RunsAgainUnderAHigherFence()
    {
        var old = await CommittedAsync();

        Assert.True(await _rounds.RetractAsync(Key, old, Text.Stop));

        Assert.Null(await _rounds.ReadManifestAsync(Key, help: false, Text.Stop));
        Assert.Null(await _rounds.ReadManifestAsync(Key, help: true, Text.Stop));
        Assert.Equal(1, (await _rounds.ReadHeadAsync(Key, Text.Stop))!.Fence);
        Assert.Equal(2, Done(await _rounds.TakeAsync(Key, 2, Text.Stop)).Head.Attempts);
        var again = Assert.IsType<CommitOutcome.Committed>(await _rounds.CommitAsync(Samples.Manifest(fence: 2), Text.Stop));
        Assert.False(await _rounds.RetractAsync(Key, old, Text.Stop));
        Assert.Equal(again.Manifest.Content, (await _rounds.ReadManifestAsync(Key, help: true, Text.Stop))!.Content);
    }

    [Fact]
    public async Task Retract_WhileAHelperFinishes_StaysRetracted()
    {
        var prepared = await PreparedAsync();
        var retracted = false;
        var slow = new FaultyStore(_source.Open(), (kind, name) =>
        {
            // The helper has read the head and stands before its write; now the retraction happens.
            if (kind == "create" && name == RoundNames.Manifest(Key) && !retracted)
            {
                retracted = true;
                Assert.True(_rounds.RetractAsync(Key, new StoredManifest(Samples.Manifest(1), prepared)).GetAwaiter().GetResult());
            }

            return Fault.None;
        });

        Assert.Null(await new RoundStore(slow).ReadManifestAsync(Key, help: true, Text.Stop));

        Assert.True(retracted);
        Assert.Null(await _rounds.ReadManifestAsync(Key, help: false, Text.Stop));
    }

    [Fact]
    public async Task ReadManifest_Unreadable_SaysSoOrIsMended()
    {
        var old = await CommittedAsync();
        var name = RoundNames.Manifest(Key);
        await _store.ReplaceAsync(name, Text.Bytes("{ \"key\": 3"), await _store.ETagAsync(name), Text.Stop);

        var fault = await Assert.ThrowsAsync<CorruptRecordException>(() => _rounds.ReadManifestAsync(Key, help: false, Text.Stop));

        Assert.StartsWith($"store '{_store.Description}': '{name}' is corrupt: ", fault.Message, StringComparison.Ordinal);
        Assert.EndsWith("restore it from a backup, or delete it: what it described is made again", fault.Message, StringComparison.Ordinal);
        Assert.Equal(old.Content, (await _rounds.ReadManifestAsync(Key, help: true, Text.Stop))!.Content);
        Assert.Equal(old.Content, (await _rounds.ReadManifestAsync(Key, help: false, Text.Stop))!.Content);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Take_ManifestOfAnUnknownForm_RunsAgain(bool withHead)
    {
        await _rounds.TakeAsync(Key, 1, Text.Stop);
        var (head, etag) = (await _rounds.ReadHeadAsync(Key, Text.Stop), await _store.ETagAsync(RoundNames.Head(Key)));
        const string unknown = "{\"version\":99}";
        await _store.CreateAsync(RoundNames.Manifest(Key), unknown);
        if (withHead) await _store.ReplaceAsync(RoundNames.Head(Key), JsonRecords.Bytes(head! with { Prepared = RoundRecords.RefOf(Text.Bytes(unknown)), PreparedText = unknown }), etag, Text.Stop);
        else await _store.DeleteAsync(RoundNames.Head(Key), null, Text.Stop);

        await Assert.ThrowsAsync<CorruptRecordException>(() => _rounds.ReadManifestAsync(Key, help: true, Text.Stop));
        Done(await _rounds.TakeAsync(Key, 2, Text.Stop));
        Assert.IsType<CommitOutcome.Committed>(await _rounds.CommitAsync(Samples.Manifest(fence: 2), Text.Stop));

        Assert.Equal(2, (await _rounds.ReadManifestAsync(Key, help: false, Text.Stop))!.Manifest.Fence);
    }

    [Fact]
    public async Task ReadManifest_WithoutAnyHead_CountsAsCommitted()
    {
        var old = await CommittedAsync();
        await _store.DeleteAsync(RoundNames.Head(Key), null, Text.Stop);

        Assert.Equal(old.Content, (await _rounds.ReadManifestAsync(Key, help: true, Text.Stop))!.Content);
        Assert.IsType<HeadUpdate.AlreadyCommitted>(await _rounds.TakeAsync(Key, 2, Text.Stop));
    }

    private async Task<StoredManifest> CommittedAsync()
    {
        await _rounds.TakeAsync(Key, 1, Text.Stop);
        return Assert.IsType<CommitOutcome.Committed>(await _rounds.CommitAsync(Samples.Manifest(fence: 1), Text.Stop)).Manifest;
    }

    /// <summary>Fence 1 dies between the decision and manifest.json; the reference of what it prepared.</summary>
    private async Task<PartRef> PreparedAsync()
    {
        await _rounds.TakeAsync(Key, 1, Text.Stop);
        var dying = new FaultyStore(_source.Open(), (kind, name) =>
            kind == "create" && name == RoundNames.Manifest(Key) ? Fault.Before : Fault.None);
        await Assert.ThrowsAsync<StoreException>(() => new RoundStore(dying).CommitAsync(Samples.Manifest(fence: 1), Text.Stop));
        return (await _rounds.ReadHeadAsync(Key, Text.Stop))!.Prepared!;
    }
}
