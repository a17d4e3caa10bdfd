namespace SimXir.Host;

public sealed partial class WebhookService
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "The webhook {Webhook} was not reached with {End}; it is told again in a moment")]
    private partial void LogNotTold(Exception fault, WebhookOptions webhook, string end);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The webhook {Webhook} refused {End} with {Status}; it is told again in a moment")]
    private partial void LogRefused(WebhookOptions webhook, string end, int status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The store could not be asked for ended sweeps; looked again in a moment")]
    private partial void LogNotLooked(Exception fault);
}
