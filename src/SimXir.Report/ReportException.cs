namespace SimXir.Report;

/// <summary>A sweep of which what was asked cannot be told yet, or at all; the message says why, and the cure.</summary>
public sealed class ReportException(string message) : Exception(message);
