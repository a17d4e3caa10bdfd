using System.Globalization;
using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Store;

namespace SimXir.Host;

/// <summary>Puts the causal logs of a sweep, an experiment or a cell into one story, in the order of time.</summary>
internal sealed class CausalStory(GrainRecords grains)
{
    public async Task<IReadOnlyList<string>> TellAsync(SweepPlan plan, CellAddress address, CancellationToken cancellation)
    {
        var lines = new List<(DateTimeOffset At, string Who, string Text)>();
        void Add(string who, IEnumerable<CausalEntry>? log) => lines.AddRange((log ?? []).Select(entry => (entry.At, who, entry.Text)));

        Add("sweep", (await grains.SweepAsync(plan.Sweep, cancellation))?.Log);
        if (address.Experiment is { } id)
        {
            var experiment = plan.Experiments.FirstOrDefault(candidate => candidate.Id == id) ?? throw Unknown(plan, id.ToString());
            if (address.Treatment is { } wanted && experiment.Cells.All(cell => cell.Treatment != wanted)) throw Unknown(plan, $"{id}/{wanted}");
            Add("experiment", (await grains.ExperimentAsync(id, cancellation))?.Log);
            foreach (var round in address.Treatment is { } treatment ? CellNotes.RoundsOf(experiment, treatment) : experiment.Rounds)
                Add($"{round.Title} [{round.Key.Prefix}]", (await grains.RoundAsync(round.Key, cancellation))?.Log);
        }
        else
        {
            foreach (var (one, state) in await grains.ExperimentsAsync(plan, cancellation)) Add($"{one.Dataset}/{one.Method}/{one.Seed}", state?.Log);
        }
        return lines.Count == 0
            ? [$"nothing has happened to {plan.Sweep} yet"]
            : [.. lines.OrderBy(line => line.At).Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.At:yyyy-MM-dd HH:mm:ss.fff}Z  {line.Who}: {line.Text}"))];
    }

    internal static StoreException Unknown(SweepPlan plan, string what) =>
        new($"sweep '{plan.Sweep}' has no {what}; it has {string.Join(", ", plan.Experiments.Select(experiment => experiment.Id))}, each with {string.Join(", ", plan.Spec.Treatments.Select(treatment => treatment.ToString().ToLowerInvariant()))}", isInput: true);
}
