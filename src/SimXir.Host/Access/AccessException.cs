namespace SimXir.Host;

/// <summary>How the web is to be reached cannot be: its message names the setting, what is allowed and the cure.</summary>
public sealed class AccessException(string message) : Exception(message);
