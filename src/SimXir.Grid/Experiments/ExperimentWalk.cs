using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>The decisions of an experiment, apart from grains: which rounds are ready, which cannot be done, how it stands.</summary>
public sealed class ExperimentWalk(ExperimentPlan plan, ExperimentState state, TimeProvider time)
{
    /// <summary>Rounds without an entry whose parents are all completed; each gets its entry, so that the wish is remembered before it is made.</summary>
    public IReadOnlyList<PlannedRound> TakeReady()
    {
        var ready = plan.Rounds
            .Where(round => !state.Rounds.ContainsKey(round.Key)
                && round.Recipe.Parents.All(parent => state.Rounds.GetValueOrDefault(parent)?.Status == RoundStatus.Completed))
            .ToArray();
        foreach (var round in ready) state.Rounds[round.Key] = new RoundEntry(RoundStatus.Waiting);
        return ready;
    }

    /// <summary>Rounds that were asked for and have not ended.</summary>
    public IReadOnlyList<PlannedRound> Open() =>
        [.. plan.Rounds.Where(round => state.Rounds.GetValueOrDefault(round.Key) is { HasEnded: false })];

    /// <summary>Does as a user ordered; true where something changed.</summary>
    public bool Obey(SweepOrder order)
    {
        var next = order switch
        {
            _ when state.State.HasEnded() => state.State,
            SweepOrder.Pause => CellState.Paused,
            SweepOrder.Cancel => CellState.Cancelled,
            _ => CellState.Running,
        };
        if (next == state.State) return false;
        state.State = next;
        if (next == CellState.Running) state.RunningSince = time.GetUtcNow();
        state.Log.Note(time, next == CellState.Running ? "goes on" : next.ToString().ToLowerInvariant());
        return true;
    }

    /// <summary>Takes over a report; true where the entry changed. A first answer that is an end was a cached one.</summary>
    public bool Apply(RoundReport report, bool first)
    {
        if (plan.Rounds.FirstOrDefault(round => round.Key == report.Key) is not { } round) return false;
        if (!state.Rounds.TryGetValue(report.Key, out var entry) || entry.HasEnded) return false;
        if (report.ParentBroken)
        {
            state.Rounds.Remove(report.Key);
            foreach (var parent in round.Recipe.Parents) state.Rounds.Remove(parent);
            state.Log.Note(time, $"{round.Title}: its parent's result is gone or damaged; it is asked for again");
            return true;
        }
        var next = new RoundEntry(report.Status, first && report.HasEnded, report.Reason, report.HasEnded && !first ? report.SlotSeconds : 0);
        if (next == entry) return false;
        state.Rounds[report.Key] = next;
        if (next.HasEnded) state.Log.Note(time, $"{round.Title} {Told(next)} [{round.Key.Prefix}]");
        return next.HasEnded;
    }

    /// <summary>Ends what an ended parent makes impossible, and the experiment when all its rounds have ended; true where it has just ended.</summary>
    public bool Settle()
    {
        foreach (var round in plan.Rounds.Where(round => !state.Rounds.ContainsKey(round.Key)))
        {
            var broken = round.Recipe.Parents.Select(parent => state.Rounds.GetValueOrDefault(parent))
                .FirstOrDefault(parent => parent?.Status is RoundStatus.Failed or RoundStatus.Diverged);
            if (broken is not null) state.Rounds[round.Key] = new RoundEntry(broken.Status, broken.Cached, broken.Reason);
        }
        if (state.State != CellState.Running || plan.Rounds.Any(round => state.Rounds.GetValueOrDefault(round.Key) is not { HasEnded: true })) return false;
        state.State = state.Rounds.Values.Any(entry => entry.Status == RoundStatus.Failed) ? CellState.Failed : CellState.Completed;
        state.Log.Note(time, $"ended: {state.State}");
        return true;
    }

    private static string Told(RoundEntry entry) => entry switch
    {
        { Cached: true, Status: RoundStatus.Completed } => "was there already, verified",
        { Reason: { } reason } => $"{entry.Status.ToString().ToLowerInvariant()}: {reason}",
        _ => "completed",
    };
}
