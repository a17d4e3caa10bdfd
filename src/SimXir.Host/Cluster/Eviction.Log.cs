namespace SimXir.Host;

public sealed partial class Eviction
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "This silo is no member of its cluster any more; another one joins in its place: {Reason}")]
    private partial void LogEvicted(string reason);
}
