using SimXir.Experiments;

namespace SimXir.Grid;

public sealed partial class SweepGrain
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Sweep {Sweep} could not be looked after; tried again in a moment")]
    private partial void LogNotWatched(Exception fault, SweepId sweep);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Some experiments of sweep {Sweep} could not be started; the reconciler tries again")]
    private partial void LogNotStarted(Exception fault, SweepId sweep);
}
