namespace SimXir.Store;

/// <summary>The store could not do what it was asked. The message names the store, the cause and the cure.</summary>
public sealed class StoreException(string message, Exception? cause = null, bool isInput = false, bool isTransient = false)
    : Exception(message, cause)
{
    /// <summary>Whether what the user gave (<c>--store</c>) is at fault: exit code 2.</summary>
    public bool IsInput { get; } = isInput;

    /// <summary>Whether the same call may succeed a little later; <see cref="RetryingObjectStore"/> tries it again.</summary>
    public bool IsTransient { get; } = isTransient;
}
