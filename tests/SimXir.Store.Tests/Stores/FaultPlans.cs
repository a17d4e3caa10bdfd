namespace SimXir.Store.Tests;

/// <summary>When a <see cref="FaultyStore"/> fails.</summary>
internal static class FaultPlans
{
    /// <summary>Fast pauses, so that tests of many faults take no time.</summary>
    public static StoreRetryOptions Fast { get; } = new()
    {
        FirstPause = TimeSpan.FromMilliseconds(1),
        LongestPause = TimeSpan.FromMilliseconds(4),
        TryTimeout = TimeSpan.FromSeconds(20),
        Budget = TimeSpan.FromSeconds(60),
    };

    /// <summary>The first operation of a kind fails, no other.</summary>
    public static Func<string, string, Fault> Once(string kind, Fault fault)
    {
        var left = 1;
        return (asked, _) => asked == kind && Interlocked.Exchange(ref left, 0) == 1 ? fault : Fault.None;
    }

    /// <summary>One operation in ten fails, before or after it was done, by a counter's hash.</summary>
    public static Func<string, string, Fault> OneInTen(ulong seed)
    {
        long count = 0;
        return (_, _) =>
        {
            var mixed = (seed + (ulong)Interlocked.Increment(ref count)) * 0x9E3779B97F4A7C15;
            mixed = (mixed ^ (mixed >> 29)) * 0xBF58476D1CE4E5B9;
            return ((mixed >> 32) % 20) switch { 0 => Fault.Before, 1 => Fault.After, _ => Fault.None };
        };
    }

    public static RetryingObjectStore Retrying(IObjectStore inner, Func<string, string, Fault> faults) =>
        new(new FaultyStore(inner, faults), Fast, TimeProvider.System);
}
