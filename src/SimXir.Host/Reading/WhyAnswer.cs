using System.Globalization;
using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Store;

namespace SimXir.Host;

/// <summary>The first lines of <c>why</c>: where a sweep, an experiment or a cell stands now, and because of what, in one screen.</summary>
internal sealed class WhyAnswer(IObjectStore store, GrainRecords grains)
{
    /// <summary>Lines for rounds; the rest is counted.</summary>
    private const int Most = 14;
    private readonly RoundStore _rounds = new(store);

    public async Task<IReadOnlyList<string>> TellAsync(SweepPlan plan, CellAddress address, SweepHold? hold, CancellationToken cancellation)
    {
        var driver = await StoreClaims.HolderAsync(store, cancellation);
        var answer = new RoundAnswer(await grains.PoolAsync(cancellation), TimeProvider.System.GetUtcNow());
        var held = hold is null ? null : $"{hold.State.ToString().ToLowerInvariant()}: {hold.Why}";
        var lines = new List<string>();
        var ended = 0;
        var states = address.Experiment is { } id
            ? new Dictionary<ExperimentId, ExperimentState?> { [id] = await grains.ExperimentAsync(id, cancellation) }
            : (await grains.ExperimentsAsync(plan, cancellation)).ToDictionary(known => known.Id, known => known.State);
        foreach (var (experiment, rounds) in Scope(plan, address))
        {
            foreach (var facts in await FactsAsync(experiment, rounds, states[experiment.Id], firstOpenOnly: address.Experiment is null, cancellation))
            {
                if (facts.Entry is { Status: RoundStatus.Completed } && address.Treatment is null) ended++;
                else lines.Add($"  {(address.Experiment is null ? $"{experiment.Id.Dataset}/{experiment.Id.Method}/{experiment.Id.Seed}: " : "")}{answer.Of(facts, held, driver is not null)}");
            }
        }
        var title = held is null ? $"{plan.Sweep}{(driver is null ? "; no process is at work on this store" : $"; at work on this store: {driver}")}" : $"{plan.Sweep} is {held}{Cure(plan, hold!)}";
        var rest = lines.Count > Most ? [string.Create(CultureInfo.InvariantCulture, $"  … and {lines.Count - Most} more rounds that are not done")] : Array.Empty<string>();
        var done = ended > 0 ? [string.Create(CultureInfo.InvariantCulture, $"  {ended} round{(ended == 1 ? " is" : "s are")} completed")] : Array.Empty<string>();
        return [title, .. lines.Take(Most), .. rest, .. done];
    }

    private static string Cure(SweepPlan plan, SweepHold hold) =>
        hold.State == CellState.Paused ? $"; {HoldWords.CureOf(hold.Why, plan.Sweep.Value)}" : "; submitted again, it starts again from its checkpoints";

    private static IEnumerable<(ExperimentPlan Experiment, IEnumerable<PlannedRound> Rounds)> Scope(SweepPlan plan, CellAddress address) => plan.Experiments
        .Where(experiment => address.Experiment is null || experiment.Id == address.Experiment)
        .Select(experiment => (experiment, address.Treatment is { } treatment ? CellNotes.RoundsOf(experiment, treatment) : experiment.Rounds));

    private async Task<IReadOnlyList<RoundFacts>> FactsAsync(
        ExperimentPlan experiment, IEnumerable<PlannedRound> rounds, ExperimentState? state, bool firstOpenOnly, CancellationToken cancellation)
    {
        var list = new List<RoundFacts>();
        var open = false;
        foreach (var round in rounds)
        {
            var entry = state?.Rounds.GetValueOrDefault(round.Key);
            if (firstOpenOnly && open && entry is not { HasEnded: true }) continue;
            open |= entry is not { HasEnded: true };
            if (firstOpenOnly && entry is { Status: RoundStatus.Completed })
            {
                list.Add(new RoundFacts(round, entry, null, null, [])); // counted, not told of
                continue;
            }
            var unmade = round.Recipe.Parents.Where(parent => state?.Rounds.GetValueOrDefault(parent)?.Status != RoundStatus.Completed)
                .Select(parent => experiment.Rounds.FirstOrDefault(other => other.Key == parent)?.Title ?? parent.Prefix).ToArray();
            var checkpoint = entry is { HasEnded: true } ? null : (await _rounds.ReadHeadAsync(round.Key, cancellation))?.Checkpoint;
            list.Add(new RoundFacts(round, entry, await grains.RoundAsync(round.Key, cancellation), checkpoint, unmade));
        }
        return list;
    }
}
