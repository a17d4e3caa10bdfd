using System.Diagnostics.Metrics;

namespace SimXir.Store;

/// <summary>How long the store takes and how often it fails, for whoever listens to the meter <c>SimXir</c>.</summary>
internal static class StoreMeter
{
    private static readonly Meter Meter = new("SimXir");
    private static readonly Histogram<double> Duration = Meter.CreateHistogram<double>(
        "simxir.store.duration", "s", "Time of a store operation with all its tries",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60] });
    private static readonly Counter<long> Faults = Meter.CreateCounter<long>("simxir.store.faults", description: "Tries of store operations that failed; most are tried again");
    private static readonly Counter<long> GivenUp = Meter.CreateCounter<long>("simxir.store.given_up", description: "Store operations whose every try failed");

    public static void Done(string operation, TimeSpan took)
    {
        Duration.Record(took.TotalSeconds, Tag(operation));
        Faults.Add(0, Tag(operation)); // a series that is there from the start tells "none" from "not asked"
        GivenUp.Add(0, Tag(operation));
    }

    public static void Failed(string operation) => Faults.Add(1, Tag(operation));

    public static void GaveUp(string operation) => GivenUp.Add(1, Tag(operation));

    private static KeyValuePair<string, object?> Tag(string operation) => new("operation", operation);
}
