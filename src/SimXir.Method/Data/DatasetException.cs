namespace SimXir.Method;

/// <summary>Data that is missing, broken, or not what a recipe names. The message is one sentence for the user: the file, what was
/// found, what is expected, and the cure.</summary>
public sealed class DatasetException : Exception
{
    public DatasetException(string message)
        : base(message)
    {
    }

    public DatasetException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
