namespace SimXir.Grid;

public sealed partial class GpuPoolGrain
{
    [LoggerMessage(Level = LogLevel.Debug, Message = "The pool could not be written down; tried again in a moment")]
    private partial void LogNotWritten(Exception fault);
}
