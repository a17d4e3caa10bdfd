using System.CommandLine;
using SimXir.Experiments;
using SimXir.Host;
using SimXir.Report;

namespace SimXir.Cli;

/// <summary><c>simxir watch</c>: follows a cluster's sweep until it ends, then prints its table.</summary>
public static class WatchCommand
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    public static Command Create()
    {
        var sweep = new Argument<string>("SWEEP") { Description = "The sweep's name" };
        var (cluster, json) = (CommonOptions.Cluster(), CommonOptions.Json());
        var command = new Command("watch", "Follow a cluster's sweep until it ends, and print its table") { sweep, cluster, json };
        command.SetGuarded((parsed, _) => WatchAsync(
            Names.Sweep(parsed.GetValue(sweep)!),
            Names.Cluster(parsed.GetValue(cluster) ?? throw new InputException($"watch follows a cluster's sweep; give --cluster {ClusterAddress.Form}. In a store without one: simxir status {parsed.GetValue(sweep)}")),
            parsed.GetValue(json)));
        return command;
    }

    private static async Task<int> WatchAsync(SweepId sweep, ClusterAddress cluster, bool json)
    {
        using var interrupt = new Interrupt();
        await using var client = await ClusterClient.ConnectAsync(cluster, interrupt.Token);
        await client.StatusAsync(sweep, interrupt.Token); // an unknown sweep is said so
        if (!await FollowAsync(client, sweep, json, interrupt.Token))
        {
            await Console.Error.WriteLineAsync($"Not followed any more; the sweep goes on. Again: simxir watch {sweep}");
            return ExitCode.Interrupted;
        }
        var result = await client.ResultAsync(sweep, CancellationToken.None);
        Console.Out.Write(json ? TableWriter.Json(result) : Environment.NewLine + TableWriter.Text(result));
        return result.State == CellState.Completed ? ExitCode.Done : ExitCode.Failed;
    }

    /// <summary>False where the user had enough.</summary>
    private static async Task<bool> FollowAsync(ClusterClient client, SweepId sweep, bool json, CancellationToken interrupt)
    {
        await using var view = RunView.Create(json);
        view.Begin($"Sweep {sweep} of {client.Description}");
        using var timer = new PeriodicTimer(LookEvery);
        try
        {
            while (true)
            {
                var status = await client.LookAsync(sweep);
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
