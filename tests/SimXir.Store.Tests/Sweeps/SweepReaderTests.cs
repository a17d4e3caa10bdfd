using SimXir.Experiments;

namespace SimXir.Store.Tests;

public sealed class SweepReaderTests
{
    private readonly MemoryStore _store = new();
    private readonly RoundStore _rounds;
    private readonly SweepReader _reader;

    public SweepReaderTests()
    {
        _rounds = new RoundStore(_store);
        _reader = new SweepReader(_rounds);
    }

    [Fact]
    public async Task Read_NothingDone_IsWaiting()
    {
        var result = await _reader.ReadAsync(SamplePlan.Plan, cancellation: Text.Stop);

        Assert.Equal(CellState.Waiting, result.State);
        Assert.Equal([CellState.Waiting, CellState.Waiting], result.Cells.Select(cell => cell.State));
        Assert.Equal(new SlotLedger(), result.Ledger);
    }

    [Fact]
    public async Task Read_HeadOfASharedRound_IsRunning()
    {
        await _rounds.TakeAsync(SamplePlan.Pretrain.Key, 1, Text.Stop);
        await _rounds.ChargeAsync(SamplePlan.Pretrain.Key, 1, new SlotLedger(StartupSeconds: 2), Text.Stop);

        var result = await _reader.ReadAsync(SamplePlan.Plan, cancellation: Text.Stop);

        Assert.Equal(CellState.Running, result.State);
        Assert.Equal([CellState.Running, CellState.Running], result.Cells.Select(cell => cell.State));
        Assert.Equal([1, 1], result.Cells.Select(cell => cell.Attempts));
        Assert.Equal(2, result.Ledger.TotalSeconds);
    }

    [Fact]
    public async Task Read_AllCommitted_HasTheFiguresAndEachRoundsTimeOnce()
    {
        var weights = new PartRef(new string('a', 64), 10);
        await CommitAsync(SamplePlan.Pretrain, manifest => manifest with { Attempts = 3, Parts = manifest.Parts.Add("weights", weights) });
        await CommitAsync(SamplePlan.Finetune, manifest => manifest);
        await CommitAsync(SamplePlan.JudgeBaseline, manifest => manifest with { Evaluation = Samples.Evaluation(0.8) });
        await CommitAsync(SamplePlan.JudgeSimXir, manifest => manifest with { Evaluation = Samples.Evaluation(0.9) });

        var result = await _reader.ReadAsync(SamplePlan.Plan, (_, treatment) => new CellNote(Cached: treatment == Treatment.Baseline), Text.Stop);

        Assert.Equal(CellState.Completed, result.State);
        var (baseline, simxir) = (result.Cells[0], result.Cells[1]);
        Assert.Equal((CellState.Completed, true, 3, $"sha256:{weights.Sha256}"), (baseline.State, baseline.Cached, baseline.Attempts, baseline.Weights));
        Assert.Equal((CellState.Completed, false, 3), (simxir.State, simxir.Cached, simxir.Attempts));
        Assert.Equal((0.8, 0.9), (baseline.Knn!.Cosine[5], simxir.Linear![ProbeKind.Converged].Top1));
        Assert.Null(simxir.Weights);
        Assert.Equal(4, result.Ledger.UsefulSeconds);
    }

    [Fact]
    public async Task Read_DivergedRound_IsAResultWithItsReason()
    {
        await CommitAsync(SamplePlan.Pretrain, manifest => manifest);
        await CommitAsync(SamplePlan.JudgeBaseline, manifest => manifest with { Evaluation = Samples.Evaluation(0.8) });
        await CommitAsync(SamplePlan.Finetune, manifest => manifest with
        {
            Outcome = StopReason.Diverged,
            Training = new TrainingSummary(0, 17, double.NaN, null, null),
        });

        var result = await _reader.ReadAsync(SamplePlan.Plan, cancellation: Text.Stop);

        Assert.Equal([CellState.Completed, CellState.Diverged], result.Cells.Select(cell => cell.State));
        Assert.Equal("simxir 1/1 diverged: its loss was NaN after 17 steps", result.Cells[1].Reason);
        Assert.Equal(CellState.Completed, result.State);
    }

    [Fact]
    public async Task Read_FailedAndCorrupt_SayWhy()
    {
        await CommitAsync(SamplePlan.Pretrain, manifest => manifest);
        var name = RoundNames.Manifest(SamplePlan.Pretrain.Key);
        await _store.ReplaceAsync(name, Text.Bytes("{"), await _store.ETagAsync(name), Text.Stop);

        var result = await _reader.ReadAsync(
            SamplePlan.Plan, (_, treatment) => treatment == Treatment.SimXir ? new CellNote(Failure: "no memory") : null, Text.Stop);

        Assert.Equal([CellState.Waiting, CellState.Failed], result.Cells.Select(cell => cell.State));
        Assert.StartsWith($"store 'memory': '{name}' is corrupt: ", result.Cells[0].Reason, StringComparison.Ordinal);
        Assert.Equal("no memory", result.Cells[1].Reason);
        Assert.Equal(CellState.Running, result.State);
    }

    [Fact]
    public async Task SweepStore_WrittenTwice_KeepsTheNewest()
    {
        var sweeps = new SweepStore(_store);
        Assert.Null(await sweeps.ReadPlanAsync(SamplePlan.Plan.Sweep, Text.Stop));

        await sweeps.WriteAsync("name: old", SamplePlan.Plan with { Experiments = [] }, Text.Stop);
        await sweeps.WriteAsync("name: new", SamplePlan.Plan, Text.Stop);

        Assert.Equal("name: new", await sweeps.ReadSpecAsync(SamplePlan.Plan.Sweep, Text.Stop));
        Assert.Equal(JsonRecords.Bytes(SamplePlan.Plan), JsonRecords.Bytes(await sweeps.ReadPlanAsync(SamplePlan.Plan.Sweep, Text.Stop)));
        Assert.Equal([SamplePlan.Plan.Sweep], await sweeps.ListAsync(Text.Stop));
    }

    private async Task CommitAsync(PlannedRound round, Func<RoundManifest, RoundManifest> change)
    {
        await _rounds.TakeAsync(round.Key, 1, Text.Stop);
        Assert.IsType<CommitOutcome.Committed>(await _rounds.CommitAsync(change(Samples.Manifest(1, round.Recipe)), Text.Stop));
    }
}
