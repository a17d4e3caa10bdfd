namespace SimXir.Host;

/// <summary>A cluster could not be used as asked: its message says who was tried, for how long, and what to do.</summary>
public sealed class ClusterException(string message, Exception? cause = null) : Exception(message, cause);
