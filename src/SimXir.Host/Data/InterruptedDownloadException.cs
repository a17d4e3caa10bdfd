namespace SimXir.Host;

/// <summary>A download that broke off and may go on a little later.</summary>
/// <param name="message">What happened.</param>
/// <param name="retryAfter">When the server wishes to be asked again; null where it did not say.</param>
/// <param name="cause">What it was noticed by.</param>
internal sealed class InterruptedDownloadException(string message, TimeSpan? retryAfter = null, Exception? cause = null) : Exception(message, cause)
{
    public TimeSpan? RetryAfter { get; } = retryAfter;
}
