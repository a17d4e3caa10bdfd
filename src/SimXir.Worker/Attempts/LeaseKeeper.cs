using SimXir.Experiments;
using SimXir.Grid;

namespace SimXir.Worker;

/// <summary>
/// Renews a lease while an attempt runs, and stops the attempt by this process's own clock when renewal has failed for too long: a worker
/// that nobody can tell to stop stops itself.
/// </summary>
public sealed partial class LeaseKeeper(IRoundGrain round, Lease lease, AttemptSignals signals, TimeProvider time, ILogger log)
{
    private RoundProgress? _progress;

    /// <summary>The newest progress, as told to the grid.</summary>
    public RoundProgress? Progress
    {
        get => Volatile.Read(ref _progress);
        set => Volatile.Write(ref _progress, value);
    }

    /// <summary>Runs until cancelled, or until the lease is lost.</summary>
    public async Task KeepAsync(CancellationToken cancellation)
    {
        var renewed = time.GetTimestamp();
        using var timer = new PeriodicTimer(lease.RenewEvery, time);
        try
        {
            while (signals.Current != AttemptSignal.Lost && await timer.WaitForNextTickAsync(cancellation))
            {
                var asked = time.GetTimestamp();
                switch (await TryRenewAsync(cancellation))
                {
                    case RenewReply.Continue: renewed = asked; break;
                    case RenewReply.Yield: (renewed, _) = (asked, Raise(AttemptSignal.Yield)); break;
                    case RenewReply.Cancel: (renewed, _) = (asked, Raise(AttemptSignal.Cancel)); break;
                    case RenewReply.Lost: Raise(AttemptSignal.Lost); break;
                    case null when time.GetElapsedTime(renewed) > lease.Length - lease.RenewEvery: Raise(AttemptSignal.Lost); break;
                }
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // the attempt has ended
        }
    }

    private bool Raise(AttemptSignal signal)
    {
        signals.Raise(signal);
        return true;
    }

    private async Task<RenewReply?> TryRenewAsync(CancellationToken cancellation)
    {
        try
        {
            return await round.Renew(lease.Fence, Progress).WaitAsync(lease.Length - lease.RenewEvery, time, cancellation);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogNotRenewed(fault, lease.Title, lease.Fence); // the next tick tries again, until the lease is over
            return null;
        }
    }
}
