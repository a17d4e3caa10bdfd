namespace SimXir.Host;

public sealed partial class DirectoryKeeper
{
    [LoggerMessage(Level = LogLevel.Information, Message = "The Redis server was away or was emptied; this silo's grains are in the directory again, and {Doubles} that had become active elsewhere gave way")]
    private partial void LogRestored(int doubles);
}
