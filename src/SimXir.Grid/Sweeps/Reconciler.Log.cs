namespace SimXir.Grid;

public sealed partial class Reconciler
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Unfinished sweeps could not be woken; tried again in a while")]
    private partial void LogNotReconciled(Exception fault);
}
