using SimXir.Experiments;
using SimXir.Grid;

namespace SimXir.Worker;

/// <summary>One run at a round under one lease: from the first write that fences out older owners to the commit, or to a stop with its reason.</summary>
public sealed partial class Attempt
{
    private readonly AttemptSignals _signals = new();
    private readonly AttemptContext _context;
    private readonly LeaseKeeper _keeper;
    private readonly AttemptLedger _ledger;
    private readonly ILogger _log;

    public Attempt(AttemptContext context, ILogger log)
    {
        (_context, _log) = (context, log);
        _ledger = new AttemptLedger(context.Clock);
        _keeper = new LeaseKeeper(context.Round, context.Lease, _signals, context.Time, log);
    }

    public RoundKey Key => _context.Key;

    public long Fence => _context.Lease.Fence;

    public RoundProgress? Progress => _keeper.Progress;

    /// <summary>Asks it to checkpoint and give the lease back.</summary>
    public void Yield() => _signals.Raise(AttemptSignal.Yield);

    /// <summary>Asks it to stop at once.</summary>
    public void Cancel() => _signals.Raise(AttemptSignal.Cancel);

    /// <summary>Carries the attempt out and tells the round how it ended; no fault of the attempt comes out.</summary>
    public async Task RunAsync()
    {
        _context.Clock.Switch(SlotTime.Startup);
        WorkerMeter.Record(new SlotLedger(IdleSeconds: _context.Clock.LimitIdle(_context.Lease.WantedFor)));
        using var span = GridTrace.Start("simxir.attempt", _context.Lease.Trace)
            ?.SetTag("simxir.round", Key.Value).SetTag("simxir.title", _context.Lease.Title).SetTag("simxir.fence", Fence).SetTag("simxir.attempt", _context.Lease.Attempt).SetTag("simxir.slot", _context.Device.Name);
        using var ended = new CancellationTokenSource();
        var keeping = _keeper.KeepAsync(ended.Token);
        var end = await EndAsync();
        span?.SetTag("simxir.end", end.IsCommitted ? "Committed" : end.Reason.ToString());
        try
        {
            await TellAsync(end);
        }
        finally
        {
            await ended.CancelAsync();
            await keeping;
            WorkerMeter.ViewsPerSecond(_context.Device.Name, 0);
        }
    }

    private async Task<AttemptOutcome> EndAsync()
    {
        try
        {
            return await new AttemptWork(_context, _signals, _keeper, _ledger, _log).RunAsync();
        }
        catch (ParentBrokenException fault)
        {
            return AttemptOutcome.Stopped(StopReason.DataFault, fault.Message, parentBroken: true);
        }
        catch (Exception fault)
        {
            var reason = StopReasons.Of(fault);
            if (reason == StopReason.Bug) LogBug(fault, _context.Lease.Title, Key, Fence);
            return AttemptOutcome.Stopped(reason, StopReasons.MessageOf(fault));
        }
    }

    /// <summary>A lost answer is made up for by the lease: when it runs out, the round looks for a manifest first.</summary>
    private async Task TellAsync(AttemptOutcome end)
    {
        if (end.IsCommitted)
        {
            await _context.Round.Committed(Fence, end.Own);
            return;
        }
        var lost = _ledger.Lost(end.Reason);
        if (end.Reason == StopReason.LeaseLost)
        {
            LogLeaseLost(_context.Lease.Title, Key, Fence, end.Message);
            return; // nobody listens: the slot's next round records what was lost
        }
        var level = end.Reason is StopReason.Preempted or StopReason.Cancelled ? LogLevel.Information : LogLevel.Warning;
        LogStopped(level, _context.Lease.Title, Key, Fence, end.Reason, end.Message);
        await _context.Round.Stopped(Fence, new AttemptEnd(end.Reason, end.Message, lost, end.ParentBroken));
        _ledger.Told(lost);
    }
}
