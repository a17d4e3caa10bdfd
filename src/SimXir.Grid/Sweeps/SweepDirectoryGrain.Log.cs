using SimXir.Experiments;

namespace SimXir.Grid;

public sealed partial class SweepDirectoryGrain
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Sweep {Sweep} could not be woken; the reconciler tries again")]
    private partial void LogNotWoken(Exception fault, SweepId sweep);
}
