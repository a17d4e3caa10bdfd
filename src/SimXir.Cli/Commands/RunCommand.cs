using System.CommandLine;
using SimXir.Experiments;
using SimXir.Host;
using SimXir.Report;

namespace SimXir.Cli;

/// <summary><c>simxir run</c>: one process is silo, worker and store; it follows the sweep and prints its table.</summary>
public static class RunCommand
{
    public static Command Create()
    {
        var spec = new Argument<string>("SPEC") { Description = $"A YAML file, or a built-in spec: {string.Join(", ", BuiltInSpecs.Names)}" };
        var (store, data, json) = (CommonOptions.Store(), CommonOptions.Data(), CommonOptions.Json());
        var (slots, threads, perGpu, checkpoint) = (RunOptions.Slots(), RunOptions.Threads(), RunOptions.SlotsPerGpu(), RunOptions.CheckpointEvery());
        var urls = WebAddressOption.Create();
        var command = new Command("run", "Run a sweep in this process and print its table") { spec, store, data, slots, threads, perGpu, checkpoint, urls, json };
        command.SetGuarded((parsed, _) => RunAsync(
            parsed.GetValue(spec)!,
            loaded => new LocalOptions
            {
                Store = parsed.GetValue(store)!,
                DataFolder = parsed.GetValue(data),
                Slots = parsed.GetValue(slots) ?? RunOptions.SlotsFor(loaded.Spec),
                Threads = parsed.GetValue(threads),
                SlotsPerGpu = parsed.GetValue(perGpu),
                CheckpointEvery = TimeSpan.FromSeconds(parsed.GetValue(checkpoint)),
                Web = WebOptions.Read(parsed.GetValue(urls)!, CommonOptions.Variable),
                Loaded = loaded,
            },
            parsed.GetValue(json)));
        return command;
    }

    private static async Task<int> RunAsync(string name, Func<LoadedSpec, LocalOptions> optionsOf, bool json)
    {
        using var interrupt = new Interrupt();
        var options = optionsOf(SpecSource.Load(name));
        try
        {
            if (await FollowAsync(options, json, interrupt.Token) is { } result)
            {
                Console.Out.Write(json ? TableWriter.Json(result) : Environment.NewLine + TableWriter.Text(result));
                if (result.State == CellState.Cancelled) await Console.Error.WriteLineAsync($"Cancelled; what was trained is kept. To start it again: {CallAgain.With(name, options)}");
                return result.State is CellState.Failed or CellState.Cancelled ? ExitCode.Failed : ExitCode.Done;
            }
        }
        catch (OperationCanceledException) when (interrupt.Token.IsCancellationRequested)
        {
            // Interrupted before the sweep was submitted: there is nothing to stop.
        }
        await Console.Error.WriteLineAsync($"Stopped; nothing is lost. To go on: {CallAgain.With(name, options)}");
        return ExitCode.Interrupted;
    }

    private static async Task<SweepResult?> FollowAsync(LocalOptions options, bool json, CancellationToken interrupt)
    {
        await using var view = RunView.Create(json);
        await using var run = await LocalRun.StartAsync(options, view.Notice, interrupt);
        view.Begin(run.Describe());
        var result = await run.FollowAsync(view.Show, interrupt);
        await view.EndAsync();
        if (result is null) await Console.Error.WriteLineAsync("Stopping at a checkpoint …");
        return result;
    }
}
