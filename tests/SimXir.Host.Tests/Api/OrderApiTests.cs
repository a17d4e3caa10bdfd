using SimXir.Experiments;
using SimXir.Grid;

namespace SimXir.Host.Tests;

public sealed class OrderApiTests
{
    private static readonly CancellationToken Soon = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sweep_SubmittedPausedResumedServedAndEnded_ObeysAndTellsItsCurvesAndFigures()
    {
        await using var grid = await TestGrid.StartAsync();
        using var client = grid.Client();
        var mine = new SweepId("ordered");
        var loaded = SpecSource.Loaded(TestGrid.Spec(mine.Value, methods: "[simsiam]"), "ordered.yaml");

        Assert.Equal(new Submission(mine, SubmitReply.Started, 1, 3), await client.SubmitAsync(loaded, Soon));
        Assert.True((await client.OrderAsync(mine, SweepOrder.Pause, Soon)).Changed);
        await TestGrid.UntilAsync(() => client.SweepAsync(mine, Soon), sweep => sweep is { State: CellState.Paused, Held: "a user asked" });
        Assert.Equal(7, (await client.ServeAsync(mine, new ServiceWish(7, 2, null), Soon)).Priority);
        Assert.True((await client.OrderAsync(mine, SweepOrder.Run, Soon)).Changed);
        grid.Rounds.LetAll();
        var ended = await TestGrid.UntilAsync(() => client.SweepAsync(mine, Soon), sweep => sweep.State.HasEnded());

        Assert.Equal((CellState.Completed, 1.0, 7), (ended.State, ended.Progress, ended.Service.Priority));
        var experiment = await client.ExperimentAsync(ended.Experiments[0].Id, Soon);
        var curves = await client.CurvesAsync(experiment.Rounds[0].Key, 10, Soon);
        Assert.Equal(("loss", SteppedRounds.Steps, 10), (curves[0].Measure, curves[0].Measured, curves[0].Points.Length));
        Assert.True((await client.LedgerAsync(mine, Soon)).Ledger.TotalSeconds > 0);
        var fault = await Assert.ThrowsAsync<ClusterException>(() => client.OrderAsync(mine, SweepOrder.Pause, Soon));
        Assert.Equal("sweep 'ordered' has ended (Completed), so there is nothing to pause; no sweep of this store is unfinished", fault.Message);
        Assert.Equal(SubmitReply.Repeated, (await client.RetryAsync(mine, Soon)).Reply);
    }

    [Fact]
    public async Task Process_ThatRunsOneSweep_RefusesAnother()
    {
        await using var grid = await TestGrid.StartAsync(new WebOptions { Only = new SweepId("mine") }, slots: 0);
        using var client = grid.Client();

        var fault = await Assert.ThrowsAsync<ClusterException>(() => client.SubmitAsync(SpecSource.Loaded(TestGrid.Spec("yours"), "yours.yaml"), Soon));

        Assert.Equal("this process runs sweep 'mine' and nothing else; start 'simxir run' for 'yours', or submit it to a cluster", fault.Message);
    }
}
