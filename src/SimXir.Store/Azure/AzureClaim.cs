using Azure.Storage.Blobs.Specialized;

namespace SimXir.Store;

/// <summary>A lease of 15 s, renewed every 5 s: it ends by itself soon after its process.</summary>
internal sealed class AzureClaim : IStoreClaim
{
    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RenewTimeout = TimeSpan.FromSeconds(4);
    private readonly BlobLeaseClient _lease;
    private readonly TimeProvider _time;
    private readonly Action _released;
    private readonly CancellationTokenSource _disposed = new();
    private readonly CancellationTokenSource _lost = new();
    private readonly Task _renewing;

    /// <param name="lease">The acquired lease.</param>
    /// <param name="asked">The timestamp before it was asked for: it ends no earlier than its duration after this.</param>
    /// <param name="time">The clock.</param>
    /// <param name="released">Called once when the claim is given up.</param>
    public AzureClaim(BlobLeaseClient lease, long asked, TimeProvider time, Action released)
    {
        _lease = lease;
        _time = time;
        _released = released;
        _renewing = Task.Run(() => RenewAsync(asked));
    }

    /// <summary>The shortest that Azure grants.</summary>
    public static TimeSpan Duration { get; } = TimeSpan.FromSeconds(15);

    public CancellationToken Lost => _lost.Token;

    public async ValueTask DisposeAsync()
    {
        if (_disposed.IsCancellationRequested) return;
        await _disposed.CancelAsync();
        await _renewing;
        try
        {
            await _lease.ReleaseAsync();
        }
        catch (Exception fault) when (AzureFaults.Concerns(fault))
        {
            // It runs out by itself within its 15 s.
        }

        _released();
        _disposed.Dispose();
        _lost.Dispose();
    }

    private async Task RenewAsync(long renewed)
    {
        try
        {
            using var timer = new PeriodicTimer(RenewEvery, _time);
            while (await timer.WaitForNextTickAsync(_disposed.Token))
            {
                var asked = _time.GetTimestamp();
                if (await TryRenewAsync()) renewed = asked;
                else if (_time.GetElapsedTime(renewed) + RenewEvery >= Duration) break;
            }

            await _lost.CancelAsync();
        }
        catch (OperationCanceledException) when (_disposed.IsCancellationRequested)
        {
            // Disposed: the way this loop ends.
        }
    }

    /// <summary>False on any fault: the next tick tries again, unless the lease would have run out by then.</summary>
    private async Task<bool> TryRenewAsync()
    {
        using var timeout = new CancellationTokenSource(RenewTimeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, _disposed.Token);
        try
        {
            await _lease.RenewAsync(cancellationToken: either.Token);
            return true;
        }
        catch (Exception fault) when (AzureFaults.Concerns(fault) && !_disposed.IsCancellationRequested)
        {
            return false;
        }
    }
}
