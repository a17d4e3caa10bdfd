namespace SimXir.Host;

/// <summary>A dataset could not be fetched: its message says what was asked of whom, what came, and what to do.</summary>
public sealed class FetchException(string message, Exception? cause = null) : Exception(message, cause);
