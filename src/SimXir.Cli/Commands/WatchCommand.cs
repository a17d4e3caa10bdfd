using System.CommandLine;
using SimXir.Experiments;
using SimXir.Host;
using SimXir.Report;

namespace SimXir.Cli;

/// <summary><c>simxir watch</c>: follows a sweep, whoever drives it, until it ends, then prints its table.</summary>
public static class WatchCommand
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    public static Command Create()
    {
        var sweep = new Argument<string>("SWEEP") { Description = "The sweep's name" };
        var (source, json) = (new SweepSource(), CommonOptions.Json());
        var command = new Command("watch", "Follow a sweep until it ends, and print its table") { sweep };
        source.AddTo(command);
        command.Add(json);
        command.SetGuarded(async (parsed, _) =>
        {
            using var interrupt = new Interrupt();
            return await source.ReadAsync(parsed, reading => WatchAsync(reading, Names.Sweep(parsed.GetValue(sweep)!), parsed.GetValue(json), interrupt.Token), interrupt.Token);
        });
        return command;
    }

    private static async Task<int> WatchAsync(ISweepReading reading, SweepId sweep, bool json, CancellationToken interrupt)
    {
        var first = await reading.StatusAsync(sweep, interrupt); // an unknown sweep is said so
        if (!await FollowAsync(reading, first, json, interrupt))
        {
            await Console.Error.WriteLineAsync($"Not followed any more; the sweep goes on. Again: simxir watch {sweep}");
            return ExitCode.Interrupted;
        }
        var result = await reading.ResultAsync(sweep, CancellationToken.None);
        Console.Out.Write(json ? TableWriter.Json(result) : Environment.NewLine + TableWriter.Text(result));
        return result.State == CellState.Completed ? ExitCode.Done : ExitCode.Failed;
    }

    /// <summary>False where the user had enough.</summary>
    private static async Task<bool> FollowAsync(ISweepReading reading, StoredStatus first, bool json, CancellationToken interrupt)
    {
        await using var view = RunView.Create(json);
        view.Begin($"Sweep {first.Sweep} of {reading.Description}");
        if (first is { Worker: null } && !first.State.HasEnded()) view.Notice("nobody is at work on this store: 'simxir run' with the same spec, or a cluster, goes on with it");
        using var timer = new PeriodicTimer(LookEvery);
        try
        {
            while (true)
            {
                var status = await reading.LookAsync(first.Sweep, interrupt);
                if (status is not null) view.Show(status);
                if (status is not null && status.State.HasEnded()) return true;
                await timer.WaitForNextTickAsync(interrupt);
            }
        }
        catch (OperationCanceledException) when (interrupt.IsCancellationRequested)
        {
            return false;
        }
    }
}
