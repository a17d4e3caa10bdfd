namespace SimXir.Cli.Tests;

/// <summary>How bad input is answered: one message, exit code 2, nothing on standard output, no stack trace.</summary>
public static class Refusal
{
    /// <param name="result">What the program did.</param>
    /// <param name="message">The whole of it, without the leading <c>simxir: </c>.</param>
    public static void Assert(SimXirResult result, string message) => Xunit.Assert.Equal(new SimXirResult(2, "", $"simxir: {message}\n"), result);

    /// <summary>One line that starts and ends like that, where its middle is another room's to word.</summary>
    public static void Assert(SimXirResult result, string start, string end)
    {
        Xunit.Assert.True(result.ExitCode == 2, result.ToString());
        Xunit.Assert.Empty(result.Output);
        Xunit.Assert.StartsWith("simxir: " + start, result.Errors, StringComparison.Ordinal);
        Xunit.Assert.EndsWith(end + "\n", result.Errors, StringComparison.Ordinal);
        Xunit.Assert.Equal(1, result.Errors.Count(letter => letter == '\n'));
    }
}
