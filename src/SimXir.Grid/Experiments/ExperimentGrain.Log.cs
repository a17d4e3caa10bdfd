using SimXir.Experiments;

namespace SimXir.Grid;

public sealed partial class ExperimentGrain
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "{Experiment} could not go on; tried again in a while")]
    private partial void LogNotAsked(Exception fault, ExperimentId experiment);
}
