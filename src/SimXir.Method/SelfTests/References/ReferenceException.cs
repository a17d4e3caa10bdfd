namespace SimXir.Method;

/// <summary>Reference vectors that cannot be checked against: the message names the file and what is wrong with it.</summary>
public sealed class ReferenceException : Exception
{
    public ReferenceException(string message)
        : base(message)
    {
    }

    public ReferenceException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
