namespace SimXir.Host;

public sealed partial class ClusterClaim
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The store could not be claimed for the cluster; tried again in a while")]
    private partial void LogNotClaimed(Exception fault);
}
