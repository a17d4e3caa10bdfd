namespace SimXir.Cli.Tests;

/// <summary>How a run of the program ended, and all that it wrote.</summary>
public sealed record SimXirResult(int ExitCode, string Output, string Errors)
{
    /// <summary>For an assertion's message.</summary>
    public override string ToString() => $"exit code {ExitCode}\n--- stdout\n{Output}\n--- stderr\n{Errors}";
}
