using SimXir.Grid;

namespace SimXir.Worker;

public sealed partial class WorkerSlot
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Slot {Slot} got no work; it asks again in a moment")]
    private partial void LogNoWork(Exception fault, WorkerId slot);
}
