using System.CommandLine;
using System.Globalization;
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
        var slots = new Option<int>("--slots")
        {
            Description = "CPU slots that train at the same time; they divide the cores [SIMXIR_SLOTS]",
            DefaultValueFactory = _ => int.TryParse(CommonOptions.Variable("SIMXIR_SLOTS"), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 1,
        };
        slots.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is var n && (n < 1 || n > Environment.ProcessorCount))
                result.AddError($"--slots {n} is out of range; allowed 1 to {Environment.ProcessorCount}, the cores of this machine");
        });
        var perGpu = new Option<int>("--slots-per-gpu") { Description = "Slots that share one CUDA device", DefaultValueFactory = _ => 1 };
        var checkpoint = new Option<double>("--checkpoint-every")
        {
            Description = "Seconds of training that a kill may cost",
            DefaultValueFactory = _ => 15,
        };
        checkpoint.Validators.Add(result =>
        {
            if (!(result.GetValueOrDefault<double>() is >= 0.1 and <= 86400)) result.AddError("--checkpoint-every must be 0.1 to 86400 seconds");
        });
        var command = new Command("run", "Run a sweep in this process and print its table") { spec, store, data, slots, perGpu, checkpoint, json };
        command.SetGuarded((parsed, _) => RunAsync(
            parsed.GetValue(spec)!,
            loaded => new LocalOptions
            {
                Store = parsed.GetValue(store)!,
                DataFolder = parsed.GetValue(data),
                Slots = parsed.GetValue(slots),
                SlotsPerGpu = parsed.GetValue(perGpu),
                CheckpointEvery = TimeSpan.FromSeconds(parsed.GetValue(checkpoint)),
                Spec = loaded.Spec,
                SpecText = loaded.Text,
            },
            parsed.GetValue(json)));
        return command;
    }

    private static async Task<int> RunAsync(string name, Func<LoadedSpec, LocalOptions> optionsOf, bool json)
    {
        using var interrupt = new Interrupt();
        var options = optionsOf(SpecSource.Load(name));
        await using var view = RunView.Create(json);
        await using var run = await LocalRun.StartAsync(options, view.Notice, interrupt.Token);
        view.Begin(run.Describe());
        var result = await run.FollowAsync(view.Show, interrupt.Token);
        await view.EndAsync();
        if (result is null)
        {
            await Console.Error.WriteLineAsync("Stopping at a checkpoint …");
            await run.DisposeAsync();
            await Console.Error.WriteLineAsync($"Stopped; nothing is lost. To go on: simxir run {name}{run.Again()}");
            return ExitCode.Interrupted;
        }
        Console.Out.Write(json ? TableWriter.Json(result) : TableWriter.Text(result));
        return result.State == CellState.Failed ? ExitCode.Failed : ExitCode.Done;
    }
}
