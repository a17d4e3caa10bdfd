namespace SimXir.Method;

/// <summary>Unwinds an evaluation that the host asked to stop; it never leaves the engine.</summary>
internal sealed class RoundStopped : Exception;
