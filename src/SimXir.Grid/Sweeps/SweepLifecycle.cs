using System.Globalization;
using SimXir.Experiments;
using SimXir.Store;

namespace SimXir.Grid;

/// <summary>The decisions of a sweep, apart from grains and stores: every change of a <see cref="SweepState"/> is made here.</summary>
public sealed class SweepLifecycle(SweepState state, TimeProvider time)
{
    /// <summary>Whether its experiments are to be looked after.</summary>
    public bool IsOpen => state.PlanDigest is not null && !state.State.HasEnded();

    /// <summary>Begins a submission where the sweep is new or has ended. A cancelled one has, even if its experiments do not know it yet.</summary>
    public SubmitReply Submit(string digest, ServiceSpec service, int experiments)
    {
        if (state.PlanDigest is { } known && known != digest) return SubmitReply.NameTaken;
        Serve(service);
        var reply = state switch
        {
            { PlanDigest: null } => SubmitReply.Started,
            { State: CellState.Cancelled } => SubmitReply.Restarted,
            _ when state.State.HasEnded() => SubmitReply.Repeated,
            { Order: SweepOrder.Cancel } => SubmitReply.Restarted,
            { Order: SweepOrder.Pause } => SubmitReply.Paused,
            _ => SubmitReply.Resumed,
        };
        if (reply is SubmitReply.Resumed or SubmitReply.Paused) return reply;
        (state.PlanDigest, state.State, state.Order, state.Held) = (digest, CellState.Running, SweepOrder.Run, null);
        (state.SubmittedAt, state.SlotSeconds) = (time.GetUtcNow(), 0);
        state.Submission++;
        state.Ended.Clear();
        state.Log.Note(time, string.Create(CultureInfo.InvariantCulture, $"submission {state.Submission}: {CountText.Of(experiments, "experiment")}"));
        return reply;
    }

    /// <summary>Takes over what a user has asked since the last look; true where something changed.</summary>
    public bool Take(SweepWish wish)
    {
        if (state.PlanDigest is null || (wish.OrderNumber <= state.OrderSeen && wish.ServiceNumber <= state.ServiceSeen)) return false;
        if (wish.OrderNumber > state.OrderSeen && IsOpen && state.Order != SweepOrder.Cancel && wish.Order != state.Order) Obey(wish.Order, HoldWords.UserAsked);
        if (wish.ServiceNumber > state.ServiceSeen)
        {
            state.Service = wish.Change(state.Service);
            state.Log.Note(time, $"a user asked: {Told(state.Service)}");
        }
        (state.OrderSeen, state.ServiceSeen) = (Math.Max(state.OrderSeen, wish.OrderNumber), Math.Max(state.ServiceSeen, wish.ServiceNumber));
        return true;
    }

    /// <summary>Whether what an experiment tells of that submission counts.</summary>
    public bool Counts(int submission) => submission == state.Submission && IsOpen;

    /// <summary>Notes how well the gains of a dataset and method are known, and what follows.</summary>
    public void Judge(ExperimentId of, GainsKnown known, SeedsUntil wanted)
    {
        var width = known.Widest?.HalfWidth is { } half ? string.Create(CultureInfo.InvariantCulture, $"±{half:F2}") : "no interval";
        var next = known.IsEnough(wanted) ? "enough" : known.More(wanted) is > 0 and var more ? $"{more} more" : "no more are allowed";
        state.Log.Note(time, string.Create(CultureInfo.InvariantCulture, $"{of.Dataset}/{of.Method}: its gains are known to {width} points by {known.Seeds} seeds, wanted is ±{wanted.Until}: {next}"));
    }

    /// <summary>Takes over an experiment's end; true where it counts. The last one ends the sweep.</summary>
    public bool End(ExperimentId experiment, int submission, CellState ended, int experiments)
    {
        if (!Counts(submission)) return false;
        state.Ended[experiment] = ended;
        state.Log.Note(time, $"{experiment} ended: {ended}");
        if (state.Ended.Count < experiments) return true;
        state.State = state.Ended.ContainsValue(CellState.Cancelled) ? CellState.Cancelled
            : state.Ended.ContainsValue(CellState.Failed) ? CellState.Failed
            : CellState.Completed;
        if (state.State != CellState.Cancelled) state.Held = null;
        state.Log.Note(time, $"ended: {state.State}");
        return true;
    }

    /// <summary>Whether there is a limit to look at.</summary>
    public bool IsLimited => IsOpen && state.Order == SweepOrder.Run && state.Service.Limits is not { SlotSeconds: null, WallTime: null };

    /// <summary>Pauses the sweep where a limit is reached; true where it has just been.</summary>
    /// <param name="slotSeconds">For how long its rounds have held slots in this submission.</param>
    public bool Limit(double slotSeconds)
    {
        if (!IsLimited) return false;
        state.SlotSeconds = slotSeconds;
        if (Reached() is not { } limit) return false;
        Obey(SweepOrder.Pause, limit);
        return true;
    }

    /// <summary>Takes over how a submission says that the sweep is served. What a user has wished since the one before holds where the spec says what it
    /// said. A higher limit lets a sweep go on that a limit has paused.</summary>
    private void Serve(ServiceSpec service)
    {
        if (state.Submitted == service) return;
        state.Log.Note(time, $"the spec says how it is served: {Told(service)}");
        state.Submitted = state.Service = service;
        if (!IsOpen || state.Order != SweepOrder.Pause || state.Held is null or HoldWords.UserAsked) return;
        if (Reached() is { } limit) state.Held = limit;
        else Obey(SweepOrder.Run, "its limit has been raised");
    }

    private string? Reached() => state.Service.Limits switch
    {
        { SlotSeconds: { } most } when state.SlotSeconds >= most => string.Create(CultureInfo.InvariantCulture, $"its limit of {most} slot-seconds is reached"),
        { WallTime: { } longest } when time.GetUtcNow() - state.SubmittedAt >= longest => $"its limit of {SpanText.Of(longest)} since it was submitted is reached",
        _ => null,
    };

    private void Obey(SweepOrder order, string why)
    {
        state.Order = order;
        state.Held = order == SweepOrder.Run ? null : why;
        state.State = order == SweepOrder.Pause ? CellState.Paused : CellState.Running;
        state.Log.Note(time, order switch
        {
            SweepOrder.Pause => $"paused: {why}; running rounds checkpoint and give their slots back",
            SweepOrder.Cancel => $"cancelled: {why}; running rounds give their slots back at once",
            _ => $"goes on: {why}",
        });
    }

    private static string Told(ServiceSpec service) =>
        string.Create(CultureInfo.InvariantCulture, $"priority {service.Priority}, weight {service.Weight}{(service.Preempt ? ", preempts" : "")}");
}
