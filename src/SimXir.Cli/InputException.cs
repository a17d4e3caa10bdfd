namespace SimXir.Cli;

/// <summary>Something on the command line that cannot be: its message names it, what is allowed and the cure.</summary>
public sealed class InputException(string message) : Exception(message);
