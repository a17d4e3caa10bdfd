using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Store;

namespace SimXir.Host;

/// <summary>Looks at the rounds of one experiment, their attempts and their causal logs.</summary>
internal sealed class RoundLook(IObjectStore store, GridLink grid, TimeProvider time)
{
    private readonly GrainRecords _grains = new(store);
    private readonly RoundStore _rounds = new(store);
    private readonly SweepStore _sweeps = new(store);

    public async Task<ExperimentView> LookAsync(WatchedExperiment experiment, CancellationToken cancellation)
    {
        var state = await _grains.ExperimentAsync(experiment.Id, cancellation);
        var hold = SweepHold.Of(await _grains.SweepAsync(experiment.Id.Sweep, cancellation), await _sweeps.ReadWishAsync(experiment.Id.Sweep, cancellation));
        var held = hold is null ? null : $"{hold.State.ToString().ToLowerInvariant()}: {hold.Why}";
        var pool = await PoolAsync(cancellation);
        var answer = new RoundAnswer(pool ?? await _grains.PoolAsync(cancellation), time.GetUtcNow());
        var rounds = await Task.WhenAll(experiment.Plan.Rounds.Select(round => RoundAsync(experiment, round, state, held, answer, pool is not null, cancellation)));
        return new ExperimentView(experiment.Id, experiment.Status.State, experiment.Cells, rounds, state?.Log ?? []);
    }

    private async Task<RoundView> RoundAsync(
        WatchedExperiment experiment, PlannedRound round, ExperimentState? state, string? held, RoundAnswer answer, bool driven, CancellationToken cancellation)
    {
        var entry = state?.Rounds.GetValueOrDefault(round.Key);
        var own = await _grains.RoundAsync(round.Key, cancellation);
        var manifest = (await _rounds.ReadManifestAsync(round.Key, help: false, cancellation))?.Manifest;
        var head = manifest is null ? await _rounds.ReadHeadAsync(round.Key, cancellation) : null;
        var unmade = round.Recipe.Parents.Where(parent => state?.Rounds.GetValueOrDefault(parent)?.Status != RoundStatus.Completed)
            .Select(parent => experiment.Plan.Rounds.FirstOrDefault(other => other.Key == parent)?.Title ?? parent.Prefix);
        var active = experiment.Status.Active.FirstOrDefault(other => other.Key == round.Key);
        var text = answer.Of(new RoundFacts(round, entry, own, entry is { HasEnded: true } ? null : head?.Checkpoint, [.. unmade]), held, driven);
        return new RoundView(
            round.Key,
            round.Title,
            round.Recipe switch { PretrainRecipe => "pretrain", FinetuneRecipe => "finetune", EvaluateRecipe => "evaluate", _ => "import" },
            round.Recipe.Parents,
            entry is { HasEnded: true } ? entry.Status : active?.Status ?? own?.Status ?? RoundStatus.Idle,
            manifest?.Attempts ?? head?.Attempts ?? own?.Attempts ?? 0,
            entry?.Cached ?? false,
            own?.Holder?.ToString(),
            text[(text.IndexOf("]: ", StringComparison.Ordinal) + 3)..],
            active?.Progress,
            head?.Checkpoint?.Step,
            (manifest?.Ledger ?? head?.Ledger ?? new SlotLedger()) + (own?.Lost ?? new SlotLedger()),
            own?.Log ?? []);
    }

    /// <summary>Null where the grid does not answer: then what the pool last wrote down is told.</summary>
    private async Task<PoolRecord?> PoolAsync(CancellationToken cancellation)
    {
        try
        {
            var status = await grid.Grains.GetGrain<IGpuPoolGrain>(IGpuPoolGrain.Default).GetStatus().WaitAsync(cancellation);
            return new PoolRecord(time.GetUtcNow(), status.Waiting.Length, status);
        }
        catch (Exception fault) when (GridAwayException.Is(fault))
        {
            return null;
        }
    }
}
