using System.Diagnostics.Metrics;
using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>What the grid counts, for whoever listens to the meter <c>SimXir</c>. The pool's figures come from the silo that has the pool.</summary>
internal static class GridMeter
{
    private static readonly Meter Meter = new("SimXir");
    private static readonly Counter<long> Granted = Meter.CreateCounter<long>("simxir.leases.granted", description: "Leases that were granted");
    private static readonly Counter<long> Ended = Meter.CreateCounter<long>("simxir.rounds.ended", description: "Attempts at rounds that ended, by reason");
    private static readonly Counter<long> Retried = Meter.CreateCounter<long>("simxir.rounds.retried", description: "Rounds that wait again after an attempt, by its reason");
    private static readonly Counter<long> Sweeps = Meter.CreateCounter<long>("simxir.sweeps.ended", description: "Sweeps that ended, by state");
    private static PoolStatus? _pool;

    static GridMeter()
    {
        Meter.CreateObservableGauge("simxir.queue.rounds", () => Observe(pool => [new(pool.Waiting.Length)]), description: "Rounds without a slot");
        Meter.CreateObservableGauge("simxir.slots", () => Observe(Slots), description: "Slots of the pool, by state");
        foreach (var reason in Enum.GetValues<StopReason>()) Retried.Add(0, Reason(reason)); // there from the start, so that a first one is seen as a rise
    }

    /// <summary>What the pool knows now; null where this silo has it no more.</summary>
    public static void Show(PoolStatus? pool) => Volatile.Write(ref _pool, pool);

    public static void LeaseGranted() => Granted.Add(1);

    public static void RoundEnded(StopReason reason) => Ended.Add(1, Reason(reason));

    public static void RoundRetried(StopReason reason) => Retried.Add(1, Reason(reason));

    public static void SweepEnded(CellState state) => Sweeps.Add(1, new KeyValuePair<string, object?>("state", state.ToString()));

    private static IEnumerable<Measurement<int>> Observe(Func<PoolStatus, IEnumerable<Measurement<int>>> read) => Volatile.Read(ref _pool) is { } pool ? read(pool) : [];

    private static IEnumerable<Measurement<int>> Slots(PoolStatus pool)
    {
        var busy = pool.Served.Select(served => served.Worker).Distinct().Count();
        yield return new(busy, State("busy"));
        yield return new(Math.Max(0, pool.Slots.Length - busy - pool.Quarantined.Length), State("idle"));
        yield return new(pool.Quarantined.Length, State("quarantined"));
    }

    private static KeyValuePair<string, object?> State(string state) => new("state", state);

    private static KeyValuePair<string, object?> Reason(StopReason reason) => new("reason", reason.ToString());
}
