using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Store;

namespace SimXir.Host;

/// <summary>What an experiment's memory says of one of its cells.</summary>
internal static class CellNotes
{
    public static CellNote Of(
        SweepPlan plan, IReadOnlyDictionary<ExperimentId, ExperimentState> states, SweepHold? hold, ExperimentId id, Treatment treatment)
    {
        if (!states.TryGetValue(id, out var state)) return new CellNote(Hold: hold?.State, HoldReason: hold?.Why);
        var experiment = plan.Experiments.First(candidate => candidate.Id == id);
        var entries = RoundsOf(experiment, treatment).Select(round => (round.Title, Entry: state.Rounds.GetValueOrDefault(round.Key))).ToArray();
        var failed = entries.FirstOrDefault(round => round.Entry?.Status == RoundStatus.Failed);
        return new CellNote(
            Cached: entries.All(round => round.Entry is { Cached: true }),
            Failure: failed.Entry is null ? null : $"{failed.Title}: {failed.Entry.Reason}",
            Hold: hold?.State,
            HoldReason: hold?.Why);
    }

    /// <summary>A cell's evaluation and all that it rests on, parents first.</summary>
    public static IEnumerable<PlannedRound> RoundsOf(ExperimentPlan experiment, Treatment treatment)
    {
        var wanted = new HashSet<RoundKey> { experiment.Cells.First(cell => cell.Treatment == treatment).Evaluation };
        foreach (var round in experiment.Rounds.Reverse())
        {
            if (wanted.Contains(round.Key)) wanted.UnionWith(round.Recipe.Parents);
        }
        return experiment.Rounds.Where(round => wanted.Contains(round.Key));
    }
}
