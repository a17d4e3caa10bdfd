namespace SimXir.Cli;

/// <summary>What the program tells the shell.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>Some cell or check failed, or the program did.</summary>
    public const int Failed = 1;

    public const int BadInput = 2;

    public const int Interrupted = 130;
}
