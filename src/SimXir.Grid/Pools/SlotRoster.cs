using System.Globalization;
using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>The slots of a pool: what each has, and which are to be trusted.</summary>
public sealed class SlotRoster(TimeProvider time)
{
    /// <summary>So many different rounds in a row make a slot suspect.</summary>
    private const int Strikes = 3;
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(1);
    private readonly Dictionary<WorkerId, (SlotOffer Slot, DateTimeOffset Seen)> _slots = [];
    private readonly Dictionary<WorkerId, List<(RoundKey Round, StopReason Reason)>> _strikes = [];
    private readonly Dictionary<RoundKey, HashSet<WorkerId>> _failed = [];
    private readonly Dictionary<WorkerId, string> _quarantined = [];

    public IEnumerable<SlotOffer> Known => _slots.Values.Where(slot => time.GetUtcNow() - slot.Seen < Forgotten).Select(slot => slot.Slot);

    public IEnumerable<QuarantinedSlot> Quarantined => _quarantined.Select(pair => new QuarantinedSlot(pair.Key, pair.Value));

    /// <summary>The slots that get work.</summary>
    private IEnumerable<SlotOffer> Usable => Known.Where(slot => !_quarantined.ContainsKey(slot.Worker));

    public bool Holds(WorkerId worker) => _slots.ContainsKey(worker);

    /// <summary>A slot asks for work.</summary>
    public void See(SlotOffer slot) => _slots[slot.Worker] = (slot, time.GetUtcNow());

    /// <summary>A slot is at work: a pool that lost its memory learns of it so, and of its memory when it asks next.</summary>
    public void See(WorkerId worker) => See(_slots.TryGetValue(worker, out var known) ? known.Slot : new SlotOffer(worker));

    public void Leave(WorkerId worker)
    {
        _slots.Remove(worker);
        _strikes.Remove(worker);
        _quarantined.Remove(worker);
    }

    /// <summary>Why the slot gets no work; null where it does. The last usable slot is never put into quarantine: nobody would be left who could show
    /// that the rounds are not at fault.</summary>
    public string? QuarantineOf(WorkerId worker)
    {
        if (_quarantined.TryGetValue(worker, out var known)) return known;
        if (!_strikes.TryGetValue(worker, out var strikes) || strikes.Count < Strikes || Usable.All(slot => slot.Worker == worker)) return null;
        var last = strikes.TakeLast(Strikes).Select(strike => $"{strike.Round.Prefix} {strike.Reason}");
        return _quarantined[worker] = string.Create(CultureInfo.InvariantCulture, $"{strikes.Count} different rounds in a row failed on it ({string.Join(", ", last)})");
    }

    /// <summary>Takes over how an attempt ended. A round that fails on a second slot is held to be at fault itself, and no slot for it.</summary>
    public void Ended(RoundKey round, WorkerId worker, StopReason reason)
    {
        if (reason is StopReason.Completed or StopReason.Diverged)
        {
            _strikes.Remove(worker);
            _failed.Remove(round);
        }
        else if (IsSuspect(reason))
        {
            if (!_failed.TryGetValue(round, out var slots)) _failed[round] = slots = [];
            slots.Add(worker);
            if (!_strikes.TryGetValue(worker, out var strikes)) _strikes[worker] = strikes = [];
            if (strikes.All(strike => strike.Round != round)) strikes.Add((round, reason));
            if (slots.Count > 1)
                foreach (var others in _strikes.Values) others.RemoveAll(strike => strike.Round == round);
        }
    }

    /// <summary>The round is asked for no more.</summary>
    public void Forget(RoundKey round) => _failed.Remove(round);

    /// <summary>Whether the slot may run the round: it has what it needs, and no other that has is untried where this one is not.</summary>
    public bool MayRun(SlotOffer slot, WaitingRound round) =>
        slot.Has(round.Service.Needs) && (!round.Tried.Contains(slot.Worker) || !HasUntried(round));

    /// <summary>Whether a slot on which the round has not failed could run it.</summary>
    public bool HasUntried(WaitingRound round) => Usable.Any(slot => slot.Has(round.Service.Needs) && !round.Tried.Contains(slot.Worker));

    /// <summary>Whether that slot could run the round, as far as is known.</summary>
    public bool CanRunOn(WorkerId worker, WaitingRound round) =>
        _slots.TryGetValue(worker, out var known) && !_quarantined.ContainsKey(worker) && known.Slot.Has(round.Service.Needs);

    /// <summary>Whether one of these slots has no work.</summary>
    public bool HasIdle(WaitingRound round, IEnumerable<WorkerId> busy) => Usable.Select(slot => slot.Worker).Except(busy).Any(worker => CanRunOn(worker, round));

    /// <summary>Why no slot can ever run the round; null where one can, and where there is no slot yet.</summary>
    public string? ObstacleOf(NeedsSpec needs) => NeedsText.Obstacle(needs, [.. Usable]);

    /// <summary>Whether the slot may be at fault for such an end.</summary>
    public static bool IsSuspect(StopReason reason) =>
        reason is StopReason.Bug or StopReason.OutOfMemory or StopReason.DataFault or StopReason.StorageFault;
}
