using System.Globalization;
using SimXir.Experiments;
using SimXir.Store;

namespace SimXir.Grid;

/// <summary>The decisions of a round, apart from grains, stores and clusters: every change of a <see cref="RoundState"/> is made here.</summary>
public sealed class RoundLifecycle(RoundKey key, RoundState state, TimeProvider time)
{
    /// <summary>A fault on so many workers is the round's own.</summary>
    private const int WorkersTried = 3;

    public RoundReport Report(RoundProgress? progress = null, bool parentBroken = false) =>
        new(key, state.Status, state.Status == RoundStatus.Leased ? progress : null, state.Status == RoundStatus.Waiting ? state.Obstacle : state.Reason, parentBroken, SlotSeconds);

    /// <summary>Whether it pauses after a failure. No pause is longer than the longest that the policy knows: one that seems to be was set by a silo whose
    /// clock is ahead, and nothing waits for another's clock.</summary>
    public bool IsPausing => state.NotBefore - time.GetUtcNow() is { } left && left > TimeSpan.Zero && left <= RetryPolicy.LongestPause;

    /// <summary>For how long it has held slots, the running attempt included.</summary>
    private double SlotSeconds => state.SlotSeconds + (state.Holder is null ? 0 : Math.Max(0, (time.GetUtcNow() - state.GrantedAt)?.TotalSeconds ?? 0));

    /// <summary>What the pool is to know: the round goes on the account of the asker whose sweep is served first.</summary>
    public WaitingRound Wanted()
    {
        var sweep = state.Askers.Select(asker => asker.Sweep).MaxBy(sweep => ServiceOf(sweep).Priority);
        return new WaitingRound(key, sweep, ServiceOf(sweep), [.. state.Tried]);
    }

    /// <summary>For how long it has been wanted at most; zero where that is not known.</summary>
    public TimeSpan WantedFor => state.WantedSince is { } since && time.GetUtcNow() - since is { Ticks: > 0 } wanted ? wanted : TimeSpan.Zero;

    private ServiceSpec ServiceOf(SweepId sweep) => state.Services.GetValueOrDefault(sweep) ?? new ServiceSpec();

    /// <summary>Remembers who wants the round; true where something changed.</summary>
    public bool Ask(RoundRequest request)
    {
        var changed = false;
        if (state.Recipe is null)
        {
            (state.Recipe, state.Title, changed) = (request.Recipe, request.Title, true);
            state.Log.Note(time, $"first asked for by {request.Experiment} as {request.Title}");
        }
        if (!state.Askers.Contains(request.Experiment))
        {
            if (state.Paused.Remove(request.Experiment)) state.Log.Note(time, $"wanted again by {request.Experiment}");
            else if (state.Askers.Count > 0) state.Log.Note(time, $"shared with {request.Experiment}, which wants the same work");
            state.Askers.Add(request.Experiment);
            if (state.WantedSince is not { } since || request.Since < since) state.WantedSince = request.Since;
            changed = true;
        }
        if (ServiceOf(request.Experiment.Sweep) != request.Service)
        {
            state.Services[request.Experiment.Sweep] = request.Service;
            changed = true;
        }
        if (request.Fresh && state.Status == RoundStatus.Failed)
        {
            Wait("asked for again after it had failed");
            state.Failures.Clear();
            state.Tried.Clear();
            changed = true;
        }
        return changed;
    }

    /// <summary>Forgets who wants the round, or keeps it for later where that is only paused; true where something changed. The last one to leave
    /// takes the round off the line or stops its worker: after a checkpoint if somebody is to come back, else at once.</summary>
    public bool Leave(ExperimentId experiment, SweepOrder order)
    {
        var paused = order == SweepOrder.Pause;
        if (!state.Askers.Remove(experiment) && (paused || !state.Paused.Remove(experiment))) return false;
        if (state.Askers.Count == 0) state.WantedSince = null;
        if (paused) state.Paused.Add(experiment);
        var left = $"{experiment} is {(paused ? "paused" : "cancelled")}";
        if (state.Askers.Count > 0)
        {
            state.Log.Note(time, $"{left}; it goes on for {state.Askers[0]}");
        }
        else if (state.Status == RoundStatus.Waiting)
        {
            (state.Status, state.NotBefore) = (RoundStatus.Idle, null);
            state.Log.Note(time, $"{left}; it leaves the line");
        }
        else if (state.Status == RoundStatus.Leased)
        {
            state.Stop = state.Paused.Count > 0 ? RoundStop.Yield : RoundStop.Cancel;
            state.Log.Note(time, $"{left}; {state.Holder} is asked to {(state.Stop == RoundStop.Yield ? "checkpoint and give its slot back" : "give its slot back at once")}");
        }
        return true;
    }

    /// <summary>Has its worker give the slot to another round; true where something changed.</summary>
    public bool MakeRoom(SweepId other, int priority)
    {
        if (state.Status != RoundStatus.Leased || state.Stop != RoundStop.None) return false;
        state.Stop = RoundStop.MakeRoom;
        state.Log.Note(time, Text($"makes room for sweep {other}, priority {priority}: {state.Holder} is asked to checkpoint and give its slot back"));
        return true;
    }

    /// <summary>What its holder is told when it renews.</summary>
    public RenewReply Answer() => state.Stop switch
    {
        RoundStop.MakeRoom => RenewReply.Yield,
        _ when state.Askers.Count > 0 => RenewReply.Continue,
        RoundStop.Cancel => RenewReply.Cancel,
        RoundStop.Yield => RenewReply.Yield,
        _ => RenewReply.Continue,
    };

    /// <summary>Puts the round in line for a slot.</summary>
    public void Wait(string why)
    {
        (state.Status, state.Holder, state.NotBefore, state.Reason) = (RoundStatus.Waiting, null, null, null);
        state.Log.Note(time, $"waits for a slot: {why}");
    }

    /// <summary>Takes over why no slot can ever run the round, or that one can; true where that is news.</summary>
    public bool Obstructed(string? obstacle)
    {
        if (state.Status != RoundStatus.Waiting || state.Obstacle == obstacle) return false;
        state.Obstacle = obstacle;
        state.Log.Note(time, obstacle ?? "a slot has come that can run it");
        return true;
    }

    /// <summary>Grants the round to a worker under the next fence; null where it does not wait, or must pause.</summary>
    public long? Grant(WorkerId worker)
    {
        if (state.Status != RoundStatus.Waiting || IsPausing) return null;
        state.Fence++;
        state.Attempts++;
        state.GrantedAt = time.GetUtcNow();
        (state.Status, state.Holder, state.NotBefore, state.Stop, state.Obstacle) = (RoundStatus.Leased, worker, null, RoundStop.None, null);
        state.Log.Note(time, Text($"attempt {state.Attempts} granted to {worker} with fence {state.Fence}"));
        return state.Fence;
    }

    /// <summary>What the holder of the newest grant is given.</summary>
    public Lease Lease(GridOptions options) =>
        new(state.Recipe!, state.Title, state.Fence, state.Attempts, state.ReachedStep, options.LeaseLength, options.RenewEvery, options.HolderPatience) { WantedFor = WantedFor };

    /// <summary>Whether that fence holds the round now.</summary>
    public bool IsHeldBy(long fence) => state.Status == RoundStatus.Leased && state.Fence == fence;

    /// <summary>Takes over what a committed manifest says.</summary>
    public void Complete(Commitment commitment, string how)
    {
        state.SlotSeconds = SlotSeconds;
        state.Status = commitment.Outcome == StopReason.Diverged ? RoundStatus.Diverged : RoundStatus.Completed;
        state.Fence = Math.Max(state.Fence, commitment.Fence);
        (state.Holder, state.NotBefore) = (null, null);
        state.Tried.Clear();
        state.Reason = commitment.Outcome == StopReason.Diverged
            ? Text($"the loss became {commitment.Loss} at step {commitment.Steps}")
            : null;
        state.Log.Note(time, Text($"{(state.Reason is null ? "completed" : "diverged")}: {how} (fence {commitment.Fence})"));
    }

    /// <summary>The slot time that a holder took with it: from its newest record, or its grant, to its last sign of life.</summary>
    public SlotLedger TakenBy(RoundHead? head, TimeSpan silent)
    {
        var seconds = (time.GetUtcNow() - silent - state.RecordedAt(head))?.TotalSeconds ?? 0;
        return new SlotLedger(WastedSeconds: Math.Max(0, seconds));
    }

    /// <summary>Ends an attempt without a result: waits again after its pause, or fails when the reason's budget is spent.</summary>
    /// <param name="end">How it ended.</param>
    /// <param name="elsewhere">A worker is there on which it has not failed. What may be the worker's fault is tried there first, on at most two
    /// further workers, before it counts against the budget.</param>
    public void End(AttemptEnd end, bool elsewhere = false)
    {
        state.Lost += end.Ledger;
        if (end.Ledger.WastedSeconds > 0) state.Wasted[end.Reason] = state.Wasted.GetValueOrDefault(end.Reason) + end.Ledger.WastedSeconds;
        state.SlotSeconds = SlotSeconds;
        if (SlotRoster.IsSuspect(end.Reason) && !end.ParentBroken)
        {
            if (state.Holder is { } holder && !state.Tried.Contains(holder)) state.Tried.Add(holder);
            if (elsewhere && state.Tried.Count < WorkersTried && state.Askers.Count > 0)
            {
                state.Log.Note(time, Text($"attempt {state.Attempts} stopped: {end.Reason}: {end.Message}; tried again on another worker than {state.Holder}"));
                (state.Status, state.Holder) = (RoundStatus.Waiting, null);
                return;
            }
        }
        var asked = end.Reason == StopReason.Cancelled && state.Stop != RoundStop.None; // by this grid, not by a user at the worker
        var failures = asked ? 0 : state.Failures[end.Reason] = state.Failures.GetValueOrDefault(end.Reason) + 1;
        if (state.Askers.Count == 0 && !end.ParentBroken)
        {
            (state.Status, state.Holder) = (RoundStatus.Idle, null);
            state.Log.Note(time, Text($"attempt {state.Attempts} stopped: {end.Reason}: {end.Message}; nobody wants it now"));
            return;
        }
        if (asked)
        {
            (state.Status, state.Holder) = (RoundStatus.Waiting, null);
            state.Log.Note(time, Text($"attempt {state.Attempts} stopped: {end.Reason}: {end.Message}; {state.Askers[0]} wants it, so it waits again"));
            return;
        }
        if (end.ParentBroken)
        {
            (state.Status, state.Holder) = (RoundStatus.Idle, null);
            state.Log.Note(time, Text($"attempt {state.Attempts} stopped: {end.Message}; its parent is looked after first"));
            return;
        }
        var rule = RetryPolicy.For(end.Reason);
        if (rule.PauseAfter(failures) is not { } pause)
        {
            (state.Status, state.Holder, state.Reason) = (RoundStatus.Failed, null, $"{end.Reason}: {end.Message}");
            state.Log.Note(time, Text($"attempt {state.Attempts} stopped: {state.Reason}; {end.Reason} is tried again {rule.Budget} times at most, so it failed"));
            return;
        }
        (state.Status, state.Holder, state.NotBefore) = (RoundStatus.Waiting, null, pause > TimeSpan.Zero ? time.GetUtcNow() + pause : null);
        state.Log.Note(time, Text($"attempt {state.Attempts} stopped: {end.Reason}: {end.Message}; tried again {(pause > TimeSpan.Zero ? Text($"in {pause.TotalSeconds:0} s") : "at once")}"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
