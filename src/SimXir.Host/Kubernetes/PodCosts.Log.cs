namespace SimXir.Host;

public sealed partial class PodCosts
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Kubernetes could not be told which workers are busy; it is told in a moment")]
    private partial void LogNotWritten(Exception fault);
}
