using System.Collections.Immutable;

namespace SimXir.Experiments;

/// <summary>Expands a spec into rounds. Equal work gets equal keys, in whatever sweep it is asked for.</summary>
public static class Planner
{
    /// <param name="spec">A checked spec.</param>
    /// <param name="resolved">The precision of every round, not <see cref="Precision.Auto"/>; see <see cref="PrecisionChoice"/>.</param>
    /// <param name="fingerprints">SHA-256 of the official files of each of the spec's datasets.</param>
    /// <param name="import">What the spec's <see cref="PretrainSpec.From"/> names, where it names one.</param>
    public static SweepPlan Expand(
        SweepSpec spec, Precision resolved, IReadOnlyDictionary<DatasetId, string> fingerprints, ImportRecipe? import = null)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(fingerprints);
        if (resolved == Precision.Auto)
            throw new ArgumentException("a recipe cannot hold precision auto; ask PrecisionChoice.Resolve first", nameof(resolved));
        if ((spec.Pretrain.From is null) != (import is null))
            throw new ArgumentException(
                spec.Pretrain.From is { } name ? $"import '{name}' has no recipe" : "there is a recipe of an import that the spec does not name", nameof(import));
        foreach (var dataset in spec.Datasets)
        {
            if (!fingerprints.ContainsKey(dataset))
                throw new ArgumentException($"dataset '{dataset}' has no fingerprint", nameof(fingerprints));
        }

        var experiments =
            from dataset in spec.Datasets
            from method in spec.Methods
            from seed in spec.Seeds
            let id = new ExperimentId(spec.Name, dataset, method, seed)
            select new ExperimentPlanner(spec, resolved, id, fingerprints[dataset], import).Expand();
        return new SweepPlan(spec.Name, spec, [.. experiments]);
    }

    /// <summary>The same experiment with another seed, as <see cref="Expand"/> would have planned it beside this one.</summary>
    public static ExperimentPlan Replicate(ExperimentPlan experiment, int seed)
    {
        ArgumentNullException.ThrowIfNull(experiment);
        var keys = new Dictionary<RoundKey, RoundKey>();
        var rounds = ImmutableArray.CreateBuilder<PlannedRound>(experiment.Rounds.Length);
        foreach (var round in experiment.Rounds)
        {
            var recipe = round.Recipe with { Parents = [.. round.Recipe.Parents.Select(parent => keys[parent])] };
            if (recipe is WorkRecipe work) recipe = work with { Seed = seed };
            keys[round.Key] = RecipeJson.KeyOf(recipe);
            rounds.Add(new PlannedRound(keys[round.Key], round.Title, recipe));
        }

        return new ExperimentPlan(
            experiment.Id with { Seed = seed },
            rounds.MoveToImmutable(),
            [.. experiment.Cells.Select(cell => cell with { Encoder = keys[cell.Encoder], Evaluation = keys[cell.Evaluation] })]);
    }

    /// <summary>How many rounds <see cref="Expand"/> would plan, with all seeds that may be added.</summary>
    public static long CountRounds(SweepSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var tuned = spec.Treatments.Count(treatment => treatment != Treatment.Baseline);
        var perExperiment = CountBlocks(spec.Pretrain) + ((long)tuned * spec.Finetune.Rounds) + spec.Treatments.Length;
        return (long)spec.Datasets.Length * spec.Methods.Length * spec.MostSeeds * perExperiment;
    }

    /// <summary>P: rounds that pretraining is cut into; the last may be shorter. An import is one round.</summary>
    internal static int CountBlocks(PretrainSpec pretrain) =>
        pretrain.From is null ? (int)(((long)pretrain.Epochs + pretrain.BlockEpochs - 1) / pretrain.BlockEpochs) : 1;
}
