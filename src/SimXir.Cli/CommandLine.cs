using System.CommandLine;
using SimXir.Experiments;
using SimXir.Method;
using SimXir.Store;

namespace SimXir.Cli;

/// <summary>Parses, runs, and turns every expected fault into one clear message and its exit code.</summary>
public static class CommandLine
{
    public static async Task<int> InvokeAsync(RootCommand simxir, string[] args)
    {
        var parsed = simxir.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync($"'simxir {parsed.CommandResult.Command.Name} --help' tells what is allowed.".Replace("simxir simxir", "simxir", StringComparison.Ordinal));
            return ExitCode.BadInput;
        }
        // The commands that run long see Ctrl-C themselves: a default time-out would cut their checkpoint short.
        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    }

    /// <summary>An action whose expected faults become messages.</summary>
    public static void SetGuarded(this Command command, Func<ParseResult, CancellationToken, Task<int>> action) =>
        command.SetAction(async (parsed, cancellation) =>
        {
            try
            {
                return await action(parsed, cancellation);
            }
            catch (Exception fault) when (MessageOf(fault) is { } message)
            {
                await Console.Error.WriteLineAsync($"simxir: {message}");
                return ExitCode.BadInput;
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return ExitCode.Interrupted;
            }
        });

    private static string? MessageOf(Exception fault) => fault switch
    {
        SpecException or StoreException or DatasetException or InputException => fault.Message,
        AggregateException { InnerException: { } inner } => MessageOf(inner),
        _ => null,
    };
}
