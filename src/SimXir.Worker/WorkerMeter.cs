using System.Diagnostics.Metrics;
using SimXir.Experiments;

namespace SimXir.Worker;

/// <summary>What workers measure, for whoever listens to the meter <c>SimXir</c>.</summary>
internal static class WorkerMeter
{
    private static readonly Meter Meter = new("SimXir");
    private static readonly Counter<double> Ledger = Meter.CreateCounter<double>("simxir.slot.time", "s", "Slot time by what it went into, counted when a round's records hold it, idle time before any experiment when the next round begins");
    private static readonly Gauge<double> Views = Meter.CreateGauge<double>("simxir.views.rate", "{view}/s", "Views that a slot trains on each second; 0 between rounds");

    /// <summary>Slot time that is in a record now.</summary>
    public static void Record(SlotLedger time)
    {
        Add("useful", time.UsefulSeconds);
        Add("redone", time.RedoneSeconds);
        Add("startup", time.StartupSeconds);
        Add("checkpoint", time.CheckpointSeconds);
        Add("idle", time.IdleSeconds);
        Add("wasted", time.WastedSeconds);
    }

    public static void ViewsPerSecond(string slot, double rate) => Views.Record(rate, new KeyValuePair<string, object?>("slot", slot));

    private static void Add(string part, double seconds)
    {
        if (seconds > 0) Ledger.Add(seconds, new KeyValuePair<string, object?>("part", part));
    }
}
