using System.Globalization;
using SimXir.Experiments;
using SimXir.Grid;

namespace SimXir.Host;

/// <summary>Why a round stands where it stands, in a sentence: every state has one.</summary>
/// <param name="pool">What the pool last wrote down; null where there never was one.</param>
/// <param name="now">When is asked.</param>
public sealed class RoundAnswer(PoolRecord? pool, DateTimeOffset now)
{
    /// <param name="facts">What the store tells of the round.</param>
    /// <param name="hold">Why its sweep is held, such as <c>paused: a user asked</c>; null where it is not.</param>
    /// <param name="driven">A process is at work on the store, so that what the pool and leases say is of now.</param>
    public string Of(RoundFacts facts, string? hold, bool driven)
    {
        var text = facts switch
        {
            { Entry: { HasEnded: true } ended } => Ended(ended, facts.State),
            { State: { Status: RoundStatus.Leased } state } => Running(state, facts, driven),
            _ when hold is not null => $"{hold}{From(facts)}",
            { Entry: null } => facts.Unmade.Count == 0 ? "not asked for yet" : $"waits for {string.Join(", ", facts.Unmade)}",
            { State: null } => Waiting(facts.Round.Key, new RoundState(), driven) + From(facts),
            { State: { Status: RoundStatus.Waiting } state } => Waiting(facts.Round.Key, state, driven) + From(facts),
            _ => $"waits until its parents are made again{From(facts)}",
        };
        return $"{facts.Round.Title} [{facts.Round.Key.Prefix}]: {text}";
    }

    private static string Ended(RoundEntry entry, RoundState? state) => entry switch
    {
        { Status: RoundStatus.Completed, Cached: true } => "cached: the store held its result, which was verified and served",
        { Status: RoundStatus.Completed } => Text($"completed, not cached: made in {state?.Attempts ?? 1} attempt{(state?.Attempts > 1 ? "s" : "")}{Retried(state)}"),
        { Status: RoundStatus.Diverged } => $"diverged, which is its result: {entry.Reason}",
        _ => $"failed: {entry.Reason}; submitted again, it is tried again",
    };

    private string Running(RoundState state, RoundFacts facts, bool driven) => driven
        ? Text($"runs on {state.Holder} since {state.GrantedAt:HH:mm:ss}Z ({Span(now - (state.GrantedAt ?? now))}), attempt {state.Attempts}{Retried(state)}{From(facts)}{Stopping(state)}")
        : Text($"was running on {state.Holder} when the last process went; goes on elsewhere as soon as one is at work{From(facts)}");

    private static string Stopping(RoundState state) => state.Stop switch
    {
        RoundStop.MakeRoom => "; it makes room for a round of a higher priority",
        RoundStop.Yield when state.Askers.Count == 0 => "; it is asked to checkpoint and give its slot back",
        RoundStop.Cancel when state.Askers.Count == 0 => "; it is asked to give its slot back at once",
        _ => "",
    };

    private string Waiting(RoundKey key, RoundState state, bool driven)
    {
        var retried = Retried(state);
        if (state.NotBefore is { } until && until > now) return Text($"pauses until {until:HH:mm:ss}Z after its last attempt{retried}");
        if (!driven) return $"waits for a process: none is at work on this store{retried}";
        if (state.Obstacle is { } obstacle) return obstacle + retried;
        return $"waits for a slot: {Place(key)}{retried}{Suspects()}";
    }

    private string Place(RoundKey key)
    {
        if (pool is null) return "the pool has not written anything down yet";
        var (waiting, served, slots) = (pool.Status.Waiting, pool.Status.Served, pool.Status.Slots);
        if (slots.Length == 0) return "the pool has no slot";
        var place = 0;
        while (place < waiting.Length && waiting[place].Key != key) place++;
        if (place == waiting.Length) return pool.Waiting > waiting.Length ? Text($"at least {waiting.Length} rounds are before it") : "it has just come into line";
        var before = waiting.Take(place).CountBy(round => round.Sweep).Select(sweep => Text($"{sweep.Value} of {sweep.Key}{Priority(waiting, sweep.Key)}")).ToArray();
        var busy = served.CountBy(round => round.Round.Sweep).Select(sweep => Text($"{sweep.Value} by {sweep.Key}")).ToArray();
        var ahead = before.Length == 0 ? "it is the next" : Text($"{CountText.Of(place, "round")} {(place == 1 ? "is" : "are")} before it ({string.Join(", ", before)})");
        return Text($"{ahead}; {CountText.Of(slots.Length, "slot")}, {(busy.Length == 0 ? "none held" : $"held: {string.Join(", ", busy)}")}");
    }

    private static string Priority(IEnumerable<WaitingRound> waiting, SweepId sweep) =>
        waiting.First(round => round.Sweep == sweep).Service.Priority is var priority && priority == 0 ? "" : Text($", priority {priority}");

    private string Suspects() => pool is { Status.Quarantined: { Length: > 0 } slots }
        ? "; in quarantine: " + string.Join(", ", slots.Select(slot => $"{slot.Worker}, since {slot.Reason}"))
        : "";

    private static string Retried(RoundState? state) => state is { Failures.Count: > 0 } or { Tried.Count: > 0 }
        ? $"; stopped before: {string.Join(", ", state.Failures.Select(failure => Text($"{failure.Value} x {failure.Key}")).Append(state.Tried.Count == 0 ? null : Text($"failed on {string.Join(" and ", state.Tried)}")).OfType<string>())}"
        : "";

    private static string From(RoundFacts facts) => facts.Checkpoint is { } checkpoint
        ? Text($"; its checkpoint is at epoch {checkpoint.Epoch} (step {checkpoint.Step}) of {checkpoint.At:HH:mm:ss}Z")
        : "";

    private static string Span(TimeSpan span) => span < TimeSpan.FromMinutes(2) ? Text($"{span.TotalSeconds:0} s")
        : span < TimeSpan.FromHours(2) ? Text($"{span.TotalMinutes:0} min") : Text($"{span.TotalHours:0.#} h");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
