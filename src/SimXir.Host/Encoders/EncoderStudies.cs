using System.Collections.Immutable;
using SimXir.Dynamics;
using SimXir.Experiments;
using SimXir.Method;
using SimXir.Report;
using SimXir.Store;
using SimXir.Worker;

namespace SimXir.Host;

/// <summary>Measures the learned representations of a sweep, before and after fine-tuning, as the paper measures points.</summary>
/// <param name="store">Has the sweep's results.</param>
/// <param name="datasets">Where its images come from.</param>
/// <param name="options">What to measure them on.</param>
public sealed class EncoderStudies(IObjectStore store, DatasetSupply datasets, EncoderStudyOptions options)
{
    private readonly StoreReading _reading = new(store);
    private readonly WeightsReading _weights = new(store);

    /// <param name="sweep">Which.</param>
    /// <param name="cancellation">Ends it between two encoders.</param>
    /// <param name="wanted">Which of its experiments; all where left out.</param>
    /// <param name="tell">Is told which is measured next, and how many there are.</param>
    /// <returns>One for each experiment that has a finished cell.</returns>
    /// <exception cref="StoreException">There is no such sweep.</exception>
    /// <exception cref="ReportException">No cell of it is completed.</exception>
    /// <exception cref="DynamicsException">The radius connects nothing, or everything.</exception>
    public async Task<IReadOnlyList<EncoderStudy>> MeasureAsync(SweepId sweep, CancellationToken cancellation, Func<ExperimentId, bool>? wanted = null, Action<ExperimentId, int, int>? tell = null)
    {
        var plan = await _reading.PlanAsync(sweep, cancellation);
        var result = await _reading.ResultAsync(sweep, cancellation);
        if (FinishedCells.FaultOf(result) is { } fault) throw new ReportException(fault);
        var studies = new List<EncoderStudy>();
        var chosen = plan.Experiments.Where(experiment => wanted?.Invoke(experiment.Id) != false).ToArray();
        foreach (var (number, experiment) in chosen.Index())
        {
            tell?.Invoke(experiment.Id, number + 1, chosen.Length);
            studies.Add(await MeasureAsync(plan, experiment, [.. result.Cells.Where(cell => new ExperimentId(sweep, cell.Dataset, cell.Method, cell.Seed) == experiment.Id)], cancellation));
        }
        return studies;
    }

    /// <summary>Opens what is needed and measures.</summary>
    /// <param name="sweep">Which.</param>
    /// <param name="storeOption">Where its results are.</param>
    /// <param name="dataFolder">Where its images are, if not in the store.</param>
    /// <param name="options">What to measure on.</param>
    /// <param name="tell">Is told which is measured next, and how many there are.</param>
    /// <param name="cancellation">Ends it early.</param>
    public static async Task<IReadOnlyList<EncoderStudy>> MeasureAsync(SweepId sweep, string storeOption, string? dataFolder, EncoderStudyOptions options, Action<ExperimentId, int, int>? tell, CancellationToken cancellation)
    {
        var store = await ObjectStores.OpenAsync(storeOption, TimeProvider.System, create: false, cancellation: cancellation);
        return await new EncoderStudies(store, new DatasetSupply(new Datasets(dataFolder), store, DatasetCacheFolder.Path, TimeProvider.System), options).MeasureAsync(sweep, cancellation, tell: tell);
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
        if (!encoders.Exists(encoder => encoder.Treatment == Treatment.Baseline)) return new EncoderStudy(experiment.Id, [], [.. notes, "without a finished baseline there is nothing to hold others against"]);
        var recipe = experiment.Rounds.Select(round => round.Recipe).OfType<EvaluateRecipe>().First();
        var study = new ExperimentMeasuring(await datasets.LoadAsync(recipe.Dataset, cancellation), plan.Spec, options);
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
