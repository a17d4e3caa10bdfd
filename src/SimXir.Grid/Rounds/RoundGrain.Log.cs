using SimXir.Experiments;

namespace SimXir.Grid;

public sealed partial class RoundGrain
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Round {Key}: {Fault}; it is made again")]
    private partial void LogRebuilt(RoundKey key, string fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Round {Key}: worker {Worker} was silent for {Seconds:0.0} s; its lease is over")]
    private partial void LogLost(RoundKey key, WorkerId worker, double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Round {Key} could not be looked after; tried again in a moment")]
    private partial void LogNotWatched(Exception fault, RoundKey key);
}
