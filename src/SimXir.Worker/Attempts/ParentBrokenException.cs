namespace SimXir.Worker;

/// <summary>A parent round's result is gone or damaged: that round has to be looked after first.</summary>
public sealed class ParentBrokenException(string message) : Exception(message);
