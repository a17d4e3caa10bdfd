namespace SimXir.Method;

/// <summary>A checkpoint that cannot be read, or does not fit what it is read into; the message says where and how.</summary>
public sealed class CheckpointException : Exception
{
    public CheckpointException(string message)
        : base(message)
    {
    }

    public CheckpointException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
