namespace SimXir.Host;

public sealed partial class MembershipKeeper
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The Redis server does not answer: no silo can join or leave until it does; work goes on")]
    private partial void LogNotRead(Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The Redis server had lost the membership table; it was put back with its {Silos} silos")]
    private partial void LogRestored(int silos);
}
