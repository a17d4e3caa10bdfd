using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>In which settings a spec is not the paper's.</summary>
internal static class Departures
{
    private static readonly string[] NotOfARecipe = ["name", "datasets", "methods", "seeds", "seedsUntil", "treatments", "precision", "evaluate"];

    /// <summary>What a spec leaves out has the paper's value, or the field's standard where the paper is silent. How pretraining is cut into blocks
    /// changes no result.</summary>
    public static IReadOnlyList<SpecDifference> Of(SweepSpec spec)
    {
        var paper = new SweepSpec { Name = spec.Name, Datasets = spec.Datasets, Methods = spec.Methods };
        var alike = spec with { Pretrain = spec.Pretrain with { BlockEpochs = paper.Pretrain.BlockEpochs } };
        return [.. SpecDifference.Of(alike, paper).Where(setting => !NotOfARecipe.Contains(setting.Key.Split('.')[0]))];
    }
}
