using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Console;

namespace SimXir.Host;

/// <summary>What a silo says: warnings as lines for people, or everything that SimXir says as one JSON object a line.</summary>
internal static class SiloLogging
{
    public static void AddSiloLogging(this ILoggingBuilder logging, SiloOptions options, Action<string> notice)
    {
        if (!options.JsonLogs)
        {
            logging.AddProvider(new NoticeLoggerProvider(notice));
            return;
        }
        logging.SetMinimumLevel(LogLevel.Warning).AddFilter("SimXir", LogLevel.Information);
        logging.Configure(activities => activities.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId);
        logging.AddJsonConsole(json =>
        {
            json.IncludeScopes = true;
            json.UseUtcTimestamp = true;
            json.TimestampFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
        });
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
