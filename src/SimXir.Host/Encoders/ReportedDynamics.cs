using System.Globalization;
using SimXir.Dynamics;
using SimXir.Experiments;
using SimXir.Method;
using SimXir.Report;
using SimXir.Store;
using SimXir.Worker;

namespace SimXir.Host;

/// <summary>A report's section on the dynamics of a sweep's encoders; where they cannot be measured it says why, and what would help.</summary>
/// <param name="store">Has the sweep's results.</param>
/// <param name="dataFolder">Has its images, where they neither ship with the program nor are in the store.</param>
/// <param name="threads">Torch threads.</param>
public sealed class ReportedDynamics(IObjectStore store, string? dataFolder, int threads)
{
    private const int MostImages = 200, Views = 8;

    public async Task<ReportSection> ReadAsync(SweepPlan plan, CancellationToken cancellation)
    {
        var firsts = plan.Experiments.GroupBy(experiment => (experiment.Id.Dataset, experiment.Id.Method)).Select(replicates => replicates.MinBy(experiment => experiment.Id.Seed)!.Id).ToHashSet();
        var options = new EncoderStudyOptions { Images = Math.Min(MostImages, plan.Spec.Subset?.Test ?? MostImages), Views = Views, Radius = 0, Seed = 0, Threads = threads };
        var supply = new DatasetSupply(new Datasets(dataFolder), store, DatasetCacheFolder.Path, TimeProvider.System);
        try
        {
            if (!TorchEnvironment.IsBuiltIn) throw new TorchMissingException();
            var studies = await new EncoderStudies(store, supply, options).MeasureAsync(plan.Sweep, cancellation, firsts.Contains);
            var title = string.Create(CultureInfo.InvariantCulture, $"The first seed of each dataset and method: {options.Images} test images, each with {options.Views} random views; neighbours are the views of one image");
            var figures = studies.GroupBy(study => study.Experiment.Dataset).Select(of => (Dataset: of.Key, Figure: EncoderFigure.Of([.. of])));
            return Section(
                ["Does fine-tuning contract groups (theorem 4.3: diameters fall) and alienate them (theorem 4.4: distances grow)? On the unit sphere in the figures, both ways in the numbers."],
                EncoderText.Of(title, studies),
                [.. figures.Select(drawn => ($"{drawn.Dataset.Info.Title}: {drawn.Figure.Caption}", drawn.Figure.ToSvg()))]);
        }
        catch (Exception fault) when (fault is DatasetException or DynamicsException or StoreException or CorruptPartException or CheckpointException or TorchMissingException)
        {
            // The rest of the report stands without it.
            return Section([$"The encoders were not measured: {fault.Message.TrimEnd('.')}.", $"Where their images are at hand, this measures them: simxir report {plan.Sweep} --out DIR --data DIR"], "", []);
        }
    }

    private static ReportSection Section(IEnumerable<string> paragraphs, string text, IEnumerable<(string Caption, string Svg)> figures) =>
        new("Contraction and alienation", [.. paragraphs], text, [.. figures]);
}
