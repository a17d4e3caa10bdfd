using SimXir.Experiments;
using SimXir.Store;
using SimXir.Testing;

namespace SimXir.Grid.Tests;

/// <summary>A worker that lost its lease cannot commit, on either store.</summary>
public sealed class FenceTests(AzuriteServer azurite)
{
    private static readonly WorkerId Zombie = new("127.0.0.1:1@1", "cpu#0");
    private static readonly WorkerId Heir = new("127.0.0.1:2@2", "cpu#0");

    [Fact]
    public async Task Commit_AfterTheLeaseWasLost_IsRefusedOnADirectory()
    {
        using var folder = new TempDirectory();
        await CheckAsync(ObjectStores.Open(folder.Path, TimeProvider.System));
    }

    [Fact]
    public Task Commit_AfterTheLeaseWasLost_IsRefusedOnAzure() => CheckAsync(ObjectStores.Open(azurite.RequireStore(), TimeProvider.System));

    private static async Task CheckAsync(IObjectStore store)
    {
        var plan = TestSweeps.Plan("fenced");
        await using var cluster = await GridCluster.StartAsync(silos: 3, firstWorker: 3, store);
        await cluster.SubmitAsync(plan);
        var round = plan.Experiments[0].Rounds[0];
        var grain = cluster.Grains.GetGrain<IRoundGrain>(round.Key.Value);
        var rounds = new RoundStore(store);

        var lost = await AcquireAsync(grain, Zombie);
        Assert.IsType<HeadUpdate.Done>(await rounds.TakeAsync(round.Key, lost.Fence));
        var held = await AcquireAsync(grain, Heir);
        Assert.Equal(lost.Fence + 1, held.Fence);
        Assert.Equal(RenewReply.Lost, await grain.Renew(lost.Fence, null));
        Assert.IsType<HeadUpdate.Done>(await rounds.TakeAsync(round.Key, held.Fence));

        var refused = Assert.IsType<CommitOutcome.Fenced>(await rounds.CommitAsync(Manifest(round, lost.Fence)));
        Assert.Equal(held.Fence, refused.By);
        Assert.False(await grain.Committed(lost.Fence, Commitment.Of(Manifest(round, lost.Fence)))); // it says so and has not
        Assert.Null(await rounds.ReadManifestAsync(round.Key, help: true));

        Assert.IsType<CommitOutcome.Committed>(await rounds.CommitAsync(Manifest(round, held.Fence)));
        Assert.True(await grain.Committed(held.Fence, Commitment.Of(Manifest(round, held.Fence))));
        Assert.Equal(RoundStatus.Completed, (await grain.GetReport()).Status);
    }

    /// <summary>Neither worker renews, so the first lease runs out and the second is granted.</summary>
    private static async Task<Lease> AcquireAsync(IRoundGrain grain, WorkerId worker)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromMinutes(1));
        while (true)
        {
            if (await grain.Acquire(worker) is { } lease) return lease;
            await Task.Delay(50, deadline.Token);
        }
    }

    private static RoundManifest Manifest(PlannedRound round, long fence) => new()
    {
        Key = round.Key,
        Recipe = round.Recipe,
        Outcome = StopReason.Completed,
        Fence = fence,
        Attempts = 1,
        Environment = new RunEnvironment("cpu", 1, "test", "none", "test"),
        StartedAt = TimeProvider.System.GetUtcNow(),
        CommittedAt = TimeProvider.System.GetUtcNow(),
        Ledger = new SlotLedger(),
    };
}
