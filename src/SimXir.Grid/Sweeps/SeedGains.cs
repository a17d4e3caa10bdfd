using System.Collections.Immutable;
using SimXir.Experiments;
using SimXir.Store;

namespace SimXir.Grid;

/// <summary>Reads the gains by which <see cref="SeedsUntil"/> goes: kNN by cosine at the largest k, in points over baseline, paired by seed.</summary>
public sealed class SeedGains(RoundStore rounds)
{
    private const double Percent = 100;

    /// <param name="experiments">Of one dataset and method, ended.</param>
    public async Task<GainsKnown> ReadAsync(IReadOnlyCollection<ExperimentPlan> experiments)
    {
        var treatments = experiments.First().Cells.Select(cell => cell.Treatment).Where(treatment => treatment != Treatment.Baseline).ToImmutableArray();
        var gains = treatments.ToDictionary(treatment => treatment, _ => ImmutableArray.CreateBuilder<double>());
        foreach (var experiment in experiments)
        {
            var figures = new Dictionary<Treatment, double?>();
            foreach (var cell in experiment.Cells) figures[cell.Treatment] = await FigureAsync(cell);
            foreach (var treatment in treatments)
            {
                if (Percent * (figures[treatment] - figures[Treatment.Baseline]) is { } gain) gains[treatment].Add(gain);
            }
        }
        return GainsKnown.Of(experiments.Count, [.. treatments.Select(treatment => gains[treatment].ToImmutable())]);
    }

    private async Task<double?> FigureAsync(PlannedCell cell)
    {
        var cosine = (await rounds.ReadManifestAsync(cell.Evaluation, help: true))?.Manifest.Evaluation?.Knn.Cosine;
        return cosine is { IsEmpty: false } ? cosine[cosine.Keys.Max()] : null;
    }
}
