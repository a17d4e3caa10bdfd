namespace SimXir.Worker;

public sealed partial class WorkerService
{
    [LoggerMessage(Level = LogLevel.Information, Message = "libtorch: {Lever}")]
    private partial void LogLever(string lever);
}
