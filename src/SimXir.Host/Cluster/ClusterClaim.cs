using Microsoft.Extensions.Hosting;
using SimXir.Store;

namespace SimXir.Host;

/// <summary>Says in the store that a cluster drives it, so that no process drives it by itself meanwhile: held by one control silo, and taken over by another.</summary>
public sealed partial class ClusterClaim(IObjectStore store, TimeProvider time, ILogger<ClusterClaim> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await HoldAsync(stoppingToken);
            }
            catch (StoreException fault)
            {
                LogNotClaimed(fault); // tried again in a moment
            }
            await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task HoldAsync(CancellationToken stopping)
    {
        await using var claim = await store.TryClaimAsync(StoreClaims.Cluster, stopping);
        if (claim is null) return;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping, claim.Lost);
        await Task.Delay(Timeout.InfiniteTimeSpan, time, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
