using SimXir.Grid;

namespace SimXir.Worker;

public sealed partial class WorkerSlot
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Slot {Slot} got no work; it asks again in a moment")]
    private partial void LogNoWork(Exception fault, WorkerId slot);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slot {Slot} waits: no control silo is in the cluster")]
    private partial void LogAlone(WorkerId slot);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slot {Slot} waits no more: a control silo has come")]
    private partial void LogNotAlone(WorkerId slot);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slot {Slot} is in quarantine and gets no more work: {Reason}. Look into its machine; a restarted worker is trusted again")]
    private partial void LogQuarantined(WorkerId slot, string reason);
}
