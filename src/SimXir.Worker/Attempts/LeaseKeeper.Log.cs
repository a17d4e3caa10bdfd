namespace SimXir.Worker;

public sealed partial class LeaseKeeper
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The lease of {Title} (fence {Fence}) could not be renewed; tried again until it is over")]
    private partial void LogNotRenewed(Exception fault, string title, long fence);
}
