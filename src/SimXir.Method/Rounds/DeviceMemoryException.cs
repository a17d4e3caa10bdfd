namespace SimXir.Method;

/// <summary>The device, or the host, had too little memory for a round.</summary>
public sealed class DeviceMemoryException(string message, Exception cause) : Exception(message, cause);
