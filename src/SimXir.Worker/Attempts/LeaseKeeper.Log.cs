namespace SimXir.Worker;

public sealed partial class LeaseKeeper
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease of {Title} (fence {Fence}) could not be renewed; training goes on, and it is tried again")]
    private partial void LogNotRenewed(Exception fault, string title, long fence);
}
