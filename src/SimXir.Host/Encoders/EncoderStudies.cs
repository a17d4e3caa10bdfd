using System.Collections.Immutable;
using SimXir.Dynamics;
using SimXir.Experiments;
using SimXir.Method;
using SimXir.Report;
using SimXir.Store;

namespace SimXir.Host;

/// <summary>Measures the learned representations of a sweep, before and after fine-tuning, as the paper measures points.</summary>
/// <param name="store">Has the sweep's results.</param>
/// <param name="datasets">Has its images.</param>
/// <param name="options">What to measure them on.</param>
public sealed class EncoderStudies(IObjectStore store, Datasets datasets, EncoderStudyOptions options)
{
    private readonly StoreReading _reading = new(store);
    private readonly WeightsReading _weights = new(store);

    /// <param name="sweep">Which.</param>
    /// <param name="cancellation">Ends it between two encoders.</param>
    /// <param name="wanted">Which of its experiments; all where left out.</param>
    /// <returns>One for each experiment that has a finished cell.</returns>
    /// <exception cref="StoreException">There is no such sweep, or no cell of it is finished.</exception>
    /// <exception cref="DynamicsException">The radius connects nothing, or everything.</exception>
    public async Task<IReadOnlyList<EncoderStudy>> MeasureAsync(SweepId sweep, CancellationToken cancellation, Func<ExperimentId, bool>? wanted = null)
    {
        var plan = await _reading.PlanAsync(sweep, cancellation);
        var result = await _reading.ResultAsync(sweep, cancellation);
        if (!result.Cells.Any(cell => cell.State == CellState.Completed))
        {
            var states = string.Join(", ", result.Cells.GroupBy(cell => cell.State).Select(group => $"{group.Count()} {SpecWords.Of(group.Key)}"));
            throw new StoreException($"sweep '{sweep}' has no finished cell to measure ({states}); 'simxir status {sweep}' tells where it stands", isInput: true);
        }
        var studies = new List<EncoderStudy>();
        foreach (var experiment in plan.Experiments.Where(experiment => wanted?.Invoke(experiment.Id) != false))
            studies.Add(await MeasureAsync(plan, experiment, [.. result.Cells.Where(cell => new ExperimentId(sweep, cell.Dataset, cell.Method, cell.Seed) == experiment.Id)], cancellation));
        return studies;
    }

    private async Task<EncoderStudy> MeasureAsync(SweepPlan plan, ExperimentPlan experiment, ImmutableArray<CellResult> cells, CancellationToken cancellation)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        var encoders = new List<(Treatment Treatment, byte[] Weights)>();
        foreach (var cell in cells.OrderBy(cell => cell.Treatment))
        {
            if (cell.State != CellState.Completed) notes.Add($"{SpecWords.Of(cell.Treatment)} is not finished: {SpecWords.Of(cell.State)}");
            else encoders.Add((cell.Treatment, await WeightsAsync(experiment.Id, cell.Treatment, cancellation)));
        }
        if (encoders.Count == 0) return new EncoderStudy(experiment.Id, [], notes.ToImmutable());
        var recipe = experiment.Rounds.Select(round => round.Recipe).OfType<EvaluateRecipe>().First();
        var study = new ExperimentMeasuring(datasets.Load(recipe.Dataset), plan.Spec, options);
        foreach (var (treatment, weights) in encoders)
        {
            cancellation.ThrowIfCancellationRequested();
            study.Add(treatment, weights);
        }
        return new EncoderStudy(experiment.Id, study.Rows(), [.. notes, .. study.Notes]);
    }

    private async Task<byte[]> WeightsAsync(ExperimentId id, Treatment treatment, CancellationToken cancellation) =>
        await _weights.ReadAsync(await _weights.FindAsync($"{id}/{SpecWords.Of(treatment)}", cancellation), cancellation);
}
