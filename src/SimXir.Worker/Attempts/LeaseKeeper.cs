using SimXir.Experiments;
using SimXir.Grid;

namespace SimXir.Worker;

/// <summary>
/// Renews a lease while an attempt runs. A worker that the grid answers stops when its lease is another's. One that nobody answers goes on,
/// by its own clock, for the lease's patience: no other can have taken the round over while there is no grid to grant it, and if one has
/// all the same, the store refuses the older fence.
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

    /// <summary>Runs until cancelled, or until the lease is lost or nobody has answered for too long.</summary>
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
                    case null when time.GetElapsedTime(renewed) > lease.Patience: Raise(AttemptSignal.Lost); break;
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
            LogNotRenewed(fault, lease.Title, lease.Fence); // the next tick tries again, until patience is over
            return null;
        }
    }
}
