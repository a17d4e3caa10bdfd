namespace SimXir.Host;

/// <summary>Nobody of the grid answers just now; asking again later helps.</summary>
public sealed class GridAwayException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Whether a call of a grain failed because of where the grain was, not because of what was asked.</summary>
    public static bool Is(Exception fault) =>
        fault is GridAwayException or TimeoutException or SiloUnavailableException or OrleansMessageRejectionException or ObjectDisposedException or ClientNotAvailableException;
}
