namespace SimXir.Method;

/// <summary>A recipe that cannot be carried out with the given data, parent or device; the message has the numbers and the cure.</summary>
public sealed class RoundInputException(string message) : Exception(message);
