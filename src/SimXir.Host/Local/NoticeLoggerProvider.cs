namespace SimXir.Host;

/// <summary>Hands SimXir's own warnings, and other parts' errors, to whoever shows them: one line each, an exception by its message.</summary>
internal sealed class NoticeLoggerProvider(Action<string> notice) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) =>
        new NoticeLogger(notice, categoryName.StartsWith("SimXir.", StringComparison.Ordinal) ? LogLevel.Warning : LogLevel.Critical);

    public void Dispose()
    {
    }

    private sealed class NoticeLogger(Action<string> notice, LogLevel least) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= least;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel)) return;
            var text = formatter(state, exception);
            notice(exception is null ? text : $"{text}: {exception.Message.Split('\n')[0]}");
        }
    }
}
