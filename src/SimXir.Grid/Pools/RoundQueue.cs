using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>Who is served next: the highest priority; among equals the sweep that has received the least slot time for its weight; within a sweep
/// the round that has waited longest. Each of those rounds that the slot can run, that is.</summary>
public sealed class RoundQueue(TimeProvider time)
{
    private readonly FairShare _shares = new(time);
    private readonly Dictionary<SweepId, Lane> _lanes = [];
    private readonly Dictionary<RoundKey, (SweepId Sweep, long Place)> _places = [];
    private readonly Dictionary<RoundKey, ServedRound> _served = [];
    private readonly Dictionary<RoundKey, (WaitingRound Round, long At)> _handed = []; // to a slot that has not been heard of with it yet
    private readonly Dictionary<RoundKey, RoundKey> _makingRoom = []; // victim -> for whom
    private long _place;

    public int Count => _places.Count;

    public IReadOnlyCollection<ServedRound> Served => _served.Values;

    /// <summary>The waiting rounds: sweep by sweep in the order in which the sweeps would be served now.</summary>
    public IEnumerable<WaitingRound> Waiting => Order().SelectMany(lane => lane.Rounds.Values);

    /// <summary>A round waits; one that is served already waits again, because its grant did not come about or has ended.</summary>
    public void Offer(WaitingRound round)
    {
        Free(round.Key);
        if (_places.TryGetValue(round.Key, out var known))
        {
            if (known.Sweep == round.Sweep)
            {
                _lanes[known.Sweep].Rounds[known.Place] = round;
                _lanes[known.Sweep].Service = round.Service;
                return;
            }
            Drop(round.Key);
        }
        Put(round, known.Sweep == default ? _place++ : known.Place);
    }

    /// <summary>A round runs there, as it says itself.</summary>
    public void Serve(WaitingRound round, WorkerId worker)
    {
        _handed.Remove(round.Key);
        if (_served.TryGetValue(round.Key, out var known))
        {
            if (known.Round.Sweep == round.Sweep)
            {
                _served[round.Key] = new ServedRound(round, worker);
                return;
            }
            Free(round.Key);
        }
        Drop(round.Key);
        _served[round.Key] = new ServedRound(round, worker);
        _shares.Take(round.Sweep, round.Service.Weight);
    }

    /// <summary>A round neither waits nor runs any more.</summary>
    public void Withdraw(RoundKey round)
    {
        Drop(round);
        Free(round);
    }

    /// <summary>Puts those rounds back in line whose slots have not taken them within a while: a slot may die, or its answer be lost, in between. True
    /// where there were any.</summary>
    public bool Reclaim(TimeSpan patience)
    {
        var lost = _handed.Values.Where(handed => time.GetElapsedTime(handed.At) > patience).Select(handed => handed.Round).ToArray();
        foreach (var round in lost) Offer(round);
        return lost.Length > 0;
    }

    /// <summary>Takes the next round for a slot off the line, or null where none waits that it may run.</summary>
    public RoundKey? TakeNext(SlotOffer slot, Func<WaitingRound, bool> mayRun)
    {
        if (_places.Count == 0) return null;
        foreach (var lane in Order())
        {
            if (lane.Rounds.Values.FirstOrDefault(mayRun) is not { } next) continue;
            Serve(next, slot.Worker);
            _handed[next.Key] = (next, time.GetTimestamp());
            return next.Key;
        }
        return null;
    }

    /// <summary>The running round that is to make room for a waiting one that preempts: the one of the lowest priority, the newest of equals, on a slot
    /// that the waiting one can run on. Null where there is none, or one is making room already.</summary>
    public ServedRound? TakeVictim(WaitingRound waiting, Func<WorkerId, bool> canRunOn)
    {
        if (!waiting.Service.Preempt || !_places.ContainsKey(waiting.Key) || _makingRoom.ContainsValue(waiting.Key)) return null;
        var victim = _served.Values
            .Where(served => served.Round.Service.Priority < waiting.Service.Priority && !_makingRoom.ContainsKey(served.Round.Key) && canRunOn(served.Worker))
            .Reverse()
            .MinBy(served => served.Round.Service.Priority);
        if (victim is not null) _makingRoom[victim.Round.Key] = waiting.Key;
        return victim;
    }

    /// <summary>For whom a running round is to make room; null where for nobody, or nobody who still waits.</summary>
    public WaitingRound? RoomFor(RoundKey served)
    {
        if (!_makingRoom.TryGetValue(served, out var waiting)) return null;
        if (_places.TryGetValue(waiting, out var known)) return _lanes[known.Sweep].Rounds[known.Place];
        _makingRoom.Remove(served);
        return null;
    }

    private IEnumerable<Lane> Order() => _lanes.Values
        .Select(lane => (Lane: lane, Received: _shares.Received(lane.Sweep)))
        .OrderByDescending(entry => entry.Lane.Service.Priority)
        .ThenBy(entry => entry.Received)
        .ThenBy(entry => _shares.Holds(entry.Lane.Sweep))
        .ThenBy(entry => entry.Lane.FirstPlace)
        .Select(entry => entry.Lane);

    private void Put(WaitingRound round, long place)
    {
        if (!_lanes.TryGetValue(round.Sweep, out var lane)) _lanes[round.Sweep] = lane = new Lane(round.Sweep);
        lane.Rounds[place] = round;
        lane.Service = round.Service;
        _places[round.Key] = (round.Sweep, place);
        _shares.Enter(round.Sweep, round.Service.Weight);
    }

    private void Drop(RoundKey round)
    {
        if (!_places.Remove(round, out var known)) return;
        var lane = _lanes[known.Sweep];
        lane.Rounds.Remove(known.Place);
        if (lane.Rounds.Count == 0) _lanes.Remove(known.Sweep);
        _shares.Leave(known.Sweep);
    }

    private void Free(RoundKey round)
    {
        _handed.Remove(round);
        _makingRoom.Remove(round);
        if (_served.Remove(round, out var served)) _shares.Free(served.Round.Sweep);
    }
}
