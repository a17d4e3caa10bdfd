using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Store;

namespace SimXir.Host;

/// <summary>What an experiment's memory says of one of its cells.</summary>
internal static class CellNotes
{
    /// <param name="experiment">Its experiment.</param>
    /// <param name="state">What that remembers; null before anything has started.</param>
    /// <param name="hold">What holds the sweep back.</param>
    /// <param name="treatment">Which cell.</param>
    public static CellNote Of(ExperimentPlan experiment, ExperimentState? state, SweepHold? hold, Treatment treatment)
    {
        if (state is null) return new CellNote(Hold: hold?.State, HoldReason: hold?.Why);
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
