using SimXir.Experiments;
using SimXir.Method;
using SimXir.Store;

namespace SimXir.Worker;

/// <summary>Which stop reason a fault of an attempt is.</summary>
public static class StopReasons
{
    /// <summary>The fault in one line: native errors bring their whole call stack in the message.</summary>
    public static string MessageOf(Exception fault)
    {
        var line = fault.Message.Split('\n')[0];
        var native = line.IndexOf(" Exception raised from ", StringComparison.Ordinal);
        return $"{(native > 0 ? line[..native] : line).TrimEnd()}{(Of(fault) == StopReason.Bug ? $" ({fault.GetType().Name})" : "")}";
    }

    public static StopReason Of(Exception fault) => fault switch
    {
        DeviceMemoryException or OutOfMemoryException => StopReason.OutOfMemory,
        DatasetException or RoundInputException or CheckpointException => StopReason.DataFault,
        StoreException => StopReason.StorageFault,
        AggregateException { InnerException: { } inner } => Of(inner),
        _ => StopReason.Bug,
    };
}
