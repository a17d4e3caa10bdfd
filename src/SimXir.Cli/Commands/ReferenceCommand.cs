using System.CommandLine;

namespace SimXir.Cli;

/// <summary><c>simxir reference</c>: every command and option as the page <c>docs/reference.md</c>, which a test holds against it.</summary>
public static class ReferenceCommand
{
    public static Command Create()
    {
        var command = new Command("reference", "Print docs/reference.md") { Hidden = true };
        command.SetGuarded((parsed, _) =>
        {
            // The page tells the program's own defaults, not those of whoever writes it.
            foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(name => name.StartsWith("SIMXIR_", StringComparison.Ordinal))) Environment.SetEnvironmentVariable(name, null);
            Console.Out.Write(ReferenceText.Of(parsed.RootCommandResult.Command));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
