using SimXir.Experiments;

namespace SimXir.Grid.Tests;

/// <summary>A slot that a test plays itself: it trains nothing, and ends its rounds as the test says.</summary>
internal sealed class FakeSlot(GridCluster cluster, string device, int port)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public WorkerId Id { get; } = new($"127.0.0.1:{port}@1", device);

    private IGpuPoolGrain Pool => cluster.Grains.GetGrain<IGpuPoolGrain>(IGpuPoolGrain.Default);

    public Task<SlotAnswer> AskAsync() => Pool.Next(new SlotOffer(Id), Patience);

    /// <summary>Asks until there is a round for it, and takes its lease.</summary>
    public async Task<(IRoundGrain Round, Lease Lease)> TakeAsync()
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromMinutes(1));
        while (true)
        {
            deadline.Token.ThrowIfCancellationRequested();
            if ((await AskAsync()).Round is not { } key) continue;
            var round = cluster.Grains.GetGrain<IRoundGrain>(key.Value);
            if (await round.Acquire(Id) is { } lease) return (round, lease);
        }
    }

    public async Task FailAsync(StopReason reason)
    {
        var (round, lease) = await TakeAsync();
        await round.Stopped(lease.Fence, new AttemptEnd(reason, "it broke", new SlotLedger()));
    }
}
