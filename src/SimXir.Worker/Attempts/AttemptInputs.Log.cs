using SimXir.Experiments;

namespace SimXir.Worker;

public sealed partial class AttemptInputs
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "{Title} [{Key}]: its checkpoint at step {Step} is damaged; the one before it is used")]
    private partial void LogUnusable(Exception fault, string title, RoundKey key, long step);
}
