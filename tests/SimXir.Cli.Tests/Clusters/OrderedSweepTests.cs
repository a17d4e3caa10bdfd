using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Testing;

namespace SimXir.Cli.Tests;

/// <summary>A sweep whose training a user pauses, and another sweep takes the slot from: it ends as if nobody had.</summary>
[Trait("Runs", "beside others")]
public sealed class OrderedSweepTests(UndisturbedSweep undisturbed)
{
    /// <summary>One short cell that goes before others and does not wait for them.</summary>
    private static readonly string Urgent = Spec.Blocks
        .Replace("name: blocks", "name: urgent", StringComparison.Ordinal)
        .Replace("seeds: [0]", "seeds: [1]", StringComparison.Ordinal)
        .Replace("treatments: [baseline, simxir]", "treatments: [baseline]", StringComparison.Ordinal)
        .Replace("{ epochs: 18, batch: 64, blockEpochs: 6 }", "{ epochs: 1, batch: 64, blockEpochs: 1 }", StringComparison.Ordinal)
        + "priority: 5\npreempt: true\n";

    [Fact]
    public async Task Training_ThatIsPausedAndThenMakesRoom_EndsByteForByteTheSame()
    {
        await using var sweep = await ClusterSweep.StartAsync(control: 1, workers: 1);

        await PauseAsync(sweep);
        await MakeRoomAsync(sweep);

        var report = await sweep.EndAsync(undisturbed);
        var (paused, made) = (await sweep.ManifestAsync("pretrain 1/3"), await sweep.ManifestAsync("pretrain 2/3"));
        Assert.Equal(2, paused.Attempts);
        Assert.InRange(made.Attempts, 2, 3); // once for each round of the urgent sweep, unless the second was there before it had begun again
        Assert.Equal((6, 4 + paused.Attempts + made.Attempts), (report.Rounds, report.Attempts));
        Assert.All([paused, made], round => Assert.InRange(round.Ledger.RedoneSeconds, 0, 1)); // each gave the slot back at a checkpoint
    }

    private static async Task PauseAsync(ClusterSweep sweep)
    {
        await sweep.UntilTrainingAsync("pretrain 1/3", step: 1);
        await OrderAsync(sweep, "pause");
        await sweep.UntilAsync(async () => await sweep.StateAsync("pretrain 1/3") is { Status: RoundStatus.Idle }, "pretrain 1/3 did not pause");
        await OrderAsync(sweep, "resume");
        await sweep.ManifestAsync("pretrain 1/3");
    }

    private static async Task MakeRoomAsync(ClusterSweep sweep)
    {
        await sweep.UntilTrainingAsync("pretrain 2/3", step: 1);
        using var folder = new TempDirectory();
        var submitted = await SimXirProcess.RunAsync("submit", Spec.WriteTo(folder.Path, Urgent), "--cluster", sweep.Rig.Cluster.ToString());
        Assert.True(submitted.ExitCode == 0, submitted.ToString());
        await sweep.UntilAsync(async () => (await sweep.StateAsync("pretrain 2/3")).Log.Any(entry => entry.Text.StartsWith("makes room for sweep urgent, priority 5", StringComparison.Ordinal)), "pretrain 2/3 made no room");
        await sweep.UntilAsync(async () => await sweep.SweepAsync("urgent") is CellState.Completed, "the urgent sweep did not end");
    }

    private static async Task OrderAsync(ClusterSweep sweep, string order)
    {
        var ordered = await SimXirProcess.RunAsync(order, "cluster", "--cluster", sweep.Rig.Cluster.ToString());
        Assert.True(ordered.ExitCode == 0, ordered.ToString());
    }
}
