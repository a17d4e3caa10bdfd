using SimXir.Experiments;

namespace SimXir.Worker;

public sealed partial class CheckpointWriter
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The checkpoint of round {Key} at step {Step} could not be stored; training goes on, and the next checkpoint tries again")]
    private partial void LogNotUploaded(Exception fault, RoundKey key, long step);
}
