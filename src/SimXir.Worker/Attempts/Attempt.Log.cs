using SimXir.Experiments;

namespace SimXir.Worker;

public sealed partial class Attempt
{
    [LoggerMessage(Level = LogLevel.Error, Message = "{Title} [{Key}] (fence {Fence}) stopped by an error of the program")]
    private partial void LogBug(Exception fault, string title, RoundKey key, long fence);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Title} [{Key}] is another's now; this slot stops it, and its writes under fence {Fence} are refused: {Why}")]
    private partial void LogLeaseLost(string title, RoundKey key, long fence, string why);

    [LoggerMessage(Message = "{Title} [{Key}] (fence {Fence}) stopped: {Reason}: {Why}")]
    private partial void LogStopped(LogLevel level, string title, RoundKey key, long fence, StopReason reason, string why);
}
