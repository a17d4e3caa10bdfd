using SimXir.Experiments;

namespace SimXir.Grid;

public sealed partial class SweepGrain
{
    /// <summary>Where all seeds of the experiment's dataset and method have ended without a failure, and their gains are not known well enough, adds
    /// seeds to the stored plan, before the experiment's end counts: whoever wakes after a crash in between finds them in the plan and starts them.</summary>
    private async Task<SweepPlan> WithMoreSeeds(SweepPlan plan, ExperimentId experiment, CellState ended)
    {
        if (plan.Spec.SeedsUntil is not { } wanted) return plan;
        var group = plan.Experiments.Where(other => IsReplicate(other.Id, experiment)).ToArray();
        if (group.Any(other => (other.Id == experiment ? ended : State.Ended.GetValueOrDefault(other.Id)) != CellState.Completed)) return plan;
        var known = await new SeedGains(rounds).ReadAsync(group);
        Life.Judge(experiment, known, wanted);
        var add = known.More(wanted);
        if (add == 0) return plan;
        var next = await sweeps.ChangePlanAsync(Id, stored =>
        {
            var there = stored.Experiments.Where(other => IsReplicate(other.Id, experiment)).ToArray();
            if (there.Length != group.Length) return stored; // added before, by an activation that died over it
            var more = Enumerable.Range(there.Max(other => other.Id.Seed) + 1, add).Select(seed => Planner.Replicate(there[0], seed));
            return stored with { Experiments = stored.Experiments.InsertRange(stored.Experiments.LastIndexOf(there[^1]) + 1, more) };
        });
        plans.Add(next);
        return next;
    }

    private static bool IsReplicate(ExperimentId one, ExperimentId other) => one.Dataset == other.Dataset && one.Method == other.Method;
}
