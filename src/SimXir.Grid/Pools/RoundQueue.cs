using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>Who is served next: the sweep that holds the fewest slots, and within it the round that has waited longest.</summary>
public sealed class RoundQueue
{
    private readonly Dictionary<RoundKey, (WaitingRound Round, long Place)> _waiting = [];
    private readonly Dictionary<RoundKey, SweepId> _serving = [];
    private long _place;

    /// <summary>The waiting rounds in the order of their arrival.</summary>
    public IEnumerable<WaitingRound> Waiting => _waiting.Values.OrderBy(entry => entry.Place).Select(entry => entry.Round);

    /// <summary>A round waits; one that is served already waits again, because its grant did not come about.</summary>
    public void Offer(WaitingRound round)
    {
        _serving.Remove(round.Key);
        if (!_waiting.ContainsKey(round.Key)) _waiting[round.Key] = (round, _place++);
    }

    /// <summary>A round neither waits nor runs any more.</summary>
    public void Withdraw(RoundKey round)
    {
        _waiting.Remove(round);
        _serving.Remove(round);
    }

    /// <summary>Takes the next round off the line, or null where none waits.</summary>
    public RoundKey? TakeNext()
    {
        if (_waiting.Count == 0) return null;
        var held = _serving.Values.CountBy(sweep => sweep).ToDictionary();
        var (next, _) = _waiting.Values.MinBy(entry => (held.GetValueOrDefault(entry.Round.Sweep), entry.Place));
        _waiting.Remove(next.Key);
        _serving[next.Key] = next.Sweep;
        return next.Key;
    }
}
