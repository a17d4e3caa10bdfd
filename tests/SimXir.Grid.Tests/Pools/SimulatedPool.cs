using Microsoft.Extensions.Time.Testing;
using SimXir.Experiments;

namespace SimXir.Grid.Tests;

/// <summary>Slots that take rounds off a queue and hold them for as long as each takes, on a clock of their own.</summary>
internal sealed class SimulatedPool
{
    private readonly FakeTimeProvider _time = new();
    private readonly RoundQueue _queue;
    private readonly SlotOffer[] _slots;
    private readonly Dictionary<RoundKey, (SweepId Sweep, double Seconds)> _rounds = [];
    private readonly Dictionary<int, (RoundKey Round, double End)> _running = [];
    private int _next;

    public SimulatedPool(int slots)
    {
        _queue = new RoundQueue(_time);
        _slots = [.. Enumerable.Range(0, slots).Select(slot => new SlotOffer(new WorkerId($"127.0.0.1:{slot + 1}@1", "cpu#0")))];
    }

    public double Now { get; private set; }

    /// <summary>Slot-seconds so far, of rounds that run too.</summary>
    public Dictionary<SweepId, double> Received { get; } = [];

    public HashSet<RoundKey> Started { get; } = [];

    public RoundKey Offer(SweepId sweep, double seconds, double weight = 1)
    {
        var key = new RoundKey((++_next).ToString("x64", System.Globalization.CultureInfo.InvariantCulture));
        _rounds[key] = (sweep, seconds);
        _queue.Offer(new WaitingRound(key, sweep, new ServiceSpec { Weight = weight }, []));
        return key;
    }

    /// <summary>Fills the free slots and goes on to the next end of a round, or to that moment; the rounds that have ended.</summary>
    public IReadOnlyList<RoundKey> Step(double until)
    {
        for (var slot = 0; slot < _slots.Length; slot++)
        {
            if (_running.ContainsKey(slot) || _queue.TakeNext(_slots[slot], _ => true) is not { } round) continue;
            _running[slot] = (round, Now + _rounds[round].Seconds);
            Started.Add(round);
        }
        var to = Math.Min(until, _running.Count == 0 ? until : _running.Values.Min(run => run.End));
        foreach (var (round, _) in _running.Values) Received[_rounds[round].Sweep] = Received.GetValueOrDefault(_rounds[round].Sweep) + (to - Now);
        _time.Advance(TimeSpan.FromSeconds(to) - TimeSpan.FromSeconds(Now));
        Now = to;
        var ended = _running.Where(run => run.Value.End <= Now).ToArray();
        foreach (var (slot, run) in ended)
        {
            _running.Remove(slot);
            _queue.Withdraw(run.Round);
        }
        return [.. ended.Select(run => run.Value.Round)];
    }
}
