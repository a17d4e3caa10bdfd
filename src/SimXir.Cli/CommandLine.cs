using System.CommandLine;
using SimXir.Dynamics;
using SimXir.Experiments;
using SimXir.Host;
using SimXir.Method;
using SimXir.Report;
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
            await Console.Error.WriteLineAsync($"simxir: {ParseFaults.Describe(parsed)}");
            await Console.Error.WriteLineAsync($"'{ParseFaults.PathOf(parsed.CommandResult.Command)} --help' tells more.");
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
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return ExitCode.Interrupted;
            }
            catch (Exception fault) when (Expected(fault) is { } expected)
            {
                await Console.Error.WriteLineAsync($"simxir: {expected.Message}");
                return expected is StoreException { IsInput: false } or CorruptPartException or CorruptRecordException ? ExitCode.Failed : ExitCode.BadInput;
            }
            catch (Exception fault)
            {
                await Console.Error.WriteLineAsync($"simxir: this is an error of the program, please report it:{Environment.NewLine}{fault}");
                return ExitCode.Failed;
            }
        });

    private static Exception? Expected(Exception fault) => fault switch
    {
        SpecException or StoreException or DatasetException or CheckpointException or ReferenceException or InputException or ClusterException or AccessException or DynamicsException or ReportException or FetchException or TorchMissingException => fault,
        CorruptPartException or CorruptRecordException => fault,
        AggregateException { InnerException: { } inner } => Expected(inner),
        _ => null,
    };
}
