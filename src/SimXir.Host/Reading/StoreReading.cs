using System.Collections.Immutable;
using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Store;

namespace SimXir.Host;

/// <summary>What a store tells of its sweeps, without a grid: while they run, after they ended, or after everything was killed.</summary>
public sealed class StoreReading(IObjectStore store) : ISweepReading
{
    private readonly SweepStore _sweeps = new(store);
    private readonly RoundStore _rounds = new(store);
    private readonly GrainRecords _grains = new(store);

    public string Description => store.Description;

    /// <summary>Opens a store that exists.</summary>
    /// <exception cref="StoreException">It does not, or cannot be read.</exception>
    public static async Task<StoreReading> OpenAsync(string option, CancellationToken cancellation) =>
        new(await ObjectStores.OpenAsync(option, TimeProvider.System, create: false, cancellation: cancellation));

    public async Task<IReadOnlyList<SweepSummary>> ListAsync(CancellationToken cancellation)
    {
        var list = new List<SweepSummary>();
        foreach (var sweep in await _sweeps.ListAsync(cancellation))
        {
            var result = await ResultAsync(sweep, cancellation);
            list.Add(new SweepSummary(sweep, result.State, result.Cells.Count(cell => cell.State.HasResult()), result.Cells.Length));
        }
        return list;
    }

    /// <summary>The figures so far, with what the grains know beyond the manifests: what was cached, why something failed.</summary>
    public async Task<SweepResult> ResultAsync(SweepId sweep, CancellationToken cancellation)
    {
        var plan = await PlanAsync(sweep, cancellation);
        return await ResultAsync(plan, await HoldAsync(sweep, cancellation), await _grains.RoundsAsync(plan, cancellation), cancellation);
    }

    public async Task<StoredStatus> StatusAsync(SweepId sweep, CancellationToken cancellation)
    {
        var plan = await PlanAsync(sweep, cancellation);
        var (hold, rounds) = (await HoldAsync(sweep, cancellation), await _grains.RoundsAsync(plan, cancellation));
        var result = await ResultAsync(plan, hold, rounds, cancellation);
        var experiments = ImmutableArray.CreateBuilder<StoredExperiment>();
        foreach (var experiment in plan.Experiments) experiments.Add(await StatusAsync(experiment, hold, cancellation));
        var held = result.State.HasEnded() && result.State != CellState.Cancelled ? null : hold?.Why;
        var worker = await StoreClaims.HolderAsync(store, cancellation);
        var running = worker is null ? 0 : await RunningSecondsAsync(rounds, cancellation);
        return new StoredStatus(sweep, result.State, held, worker, experiments.ToImmutable(), result.Ledger, Wasted(rounds.Values), running);
    }

    public async Task<SweepStatus?> LookAsync(SweepId sweep, CancellationToken cancellation)
    {
        var plan = await PlanAsync(sweep, cancellation);
        var state = await _grains.SweepAsync(sweep, cancellation);
        var experiments = ImmutableArray.CreateBuilder<ExperimentStatus>();
        foreach (var experiment in plan.Experiments)
        {
            var known = await _grains.ExperimentAsync(experiment.Id, cancellation);
            var active = new List<ActiveRound>();
            foreach (var round in experiment.Rounds.Where(round => known?.Rounds.GetValueOrDefault(round.Key) is { HasEnded: false }))
            {
                var held = await _grains.RoundAsync(round.Key, cancellation);
                active.Add(new ActiveRound(round.Key, round.Title, held?.Status ?? RoundStatus.Waiting, null, held?.Obstacle));
            }
            experiments.Add(new ExperimentStatus(experiment.Id, known?.State ?? CellState.Waiting, known?.Rounds.Values.Count(entry => entry.HasEnded) ?? 0, experiment.Rounds.Length, [.. active]));
        }
        return new SweepStatus(state?.State ?? CellState.Waiting, state?.Submission ?? 0, experiments.ToImmutable(), state?.Held);
    }

    /// <summary>Where a sweep, an experiment or a cell stands now and because of what, as lines that fit a screen.</summary>
    public async Task<IReadOnlyList<string>> AnswerAsync(CellAddress address, CancellationToken cancellation)
    {
        var plan = await PlanAsync(address.Sweep, cancellation);
        var hold = await HoldAsync(address.Sweep, cancellation);
        return await new WhyAnswer(store, _grains).TellAsync(plan, address, hold, cancellation);
    }

    /// <summary>The causal log of a sweep, an experiment or a cell, as lines.</summary>
    public async Task<IReadOnlyList<string>> WhyAsync(CellAddress address, CancellationToken cancellation)
    {
        var plan = await PlanAsync(address.Sweep, cancellation);
        return await new CausalStory(_grains).TellAsync(plan, address, cancellation);
    }

    private async Task<SweepResult> ResultAsync(SweepPlan plan, SweepHold? hold, IReadOnlyDictionary<RoundKey, RoundState> rounds, CancellationToken cancellation)
    {
        var known = await _grains.ExperimentsAsync(plan, cancellation);
        var states = plan.Experiments.Zip(known, (experiment, found) => (Plan: experiment, found.State)).ToDictionary(found => found.Plan.Id);
        var result = await new SweepReader(_rounds).ReadAsync(plan, (id, treatment) => CellNotes.Of(states[id].Plan, states[id].State, hold, treatment), cancellation);
        return result with { Ledger = rounds.Values.Aggregate(result.Ledger, (sum, round) => sum + round.Lost) }; // which no head and no manifest holds
    }

    /// <summary>What running attempts have spent beyond their records, by this machine's clock.</summary>
    private async Task<double> RunningSecondsAsync(IReadOnlyDictionary<RoundKey, RoundState> rounds, CancellationToken cancellation)
    {
        var seconds = 0.0;
        foreach (var (key, state) in rounds.Where(round => round.Value.Status == RoundStatus.Leased))
        {
            var since = TimeProvider.System.GetUtcNow() - state.RecordedAt(await _rounds.ReadHeadAsync(key, cancellation));
            seconds += Math.Max(0, since?.TotalSeconds ?? 0);
        }
        return seconds;
    }

    private static ImmutableSortedDictionary<StopReason, double> Wasted(IEnumerable<RoundState> rounds) => rounds
        .SelectMany(round => round.Wasted)
        .GroupBy(wasted => wasted.Key, wasted => wasted.Value)
        .ToImmutableSortedDictionary(reason => reason.Key, reason => reason.Sum());

    /// <summary>The sweep's plan.</summary>
    /// <exception cref="StoreException">The store has no such sweep; the message says which it has.</exception>
    public async Task<SweepPlan> PlanAsync(SweepId sweep, CancellationToken cancellation) =>
        await _sweeps.ReadPlanAsync(sweep, cancellation) ?? throw await UnknownAsync(sweep, cancellation);

    private async Task<StoreException> UnknownAsync(SweepId sweep, CancellationToken cancellation)
    {
        var known = await _sweeps.ListAsync(cancellation);
        return new StoreException($"the store {store.Description} has no sweep '{sweep}'; {SweepNaming.Cure(sweep, known)}", isInput: true);
    }

    private async Task<SweepHold?> HoldAsync(SweepId sweep, CancellationToken cancellation) =>
        SweepHold.Of(await _grains.SweepAsync(sweep, cancellation), await _sweeps.ReadWishAsync(sweep, cancellation));

    private async Task<StoredExperiment> StatusAsync(ExperimentPlan experiment, SweepHold? hold, CancellationToken cancellation)
    {
        var state = await _grains.ExperimentAsync(experiment.Id, cancellation);
        var (done, open) = (0, (string?)null);
        foreach (var round in experiment.Rounds)
        {
            if (state?.Rounds.GetValueOrDefault(round.Key) is { HasEnded: true }) done++;
            else open ??= await DescribeAsync(round, cancellation);
        }
        var now = state?.State ?? CellState.Waiting;
        return new StoredExperiment(experiment.Id, hold is null || now.HasEnded() ? now : hold.State, done, experiment.Rounds.Length, open);
    }

    private async Task<string> DescribeAsync(PlannedRound round, CancellationToken cancellation)
    {
        var obstacle = await _grains.RoundAsync(round.Key, cancellation) is { Status: RoundStatus.Waiting, Obstacle: { } found } ? $" ({found})" : "";
        return await _rounds.ReadHeadAsync(round.Key, cancellation) is { Checkpoint: { } checkpoint }
            ? FormattableString.Invariant($"{round.Title}, checkpoint at epoch {checkpoint.Epoch} (step {checkpoint.Step}) of {checkpoint.At:yyyy-MM-dd HH:mm:ss}Z{obstacle}")
            : round.Title + obstacle;
    }
}
