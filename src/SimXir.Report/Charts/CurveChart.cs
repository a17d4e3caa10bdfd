using System.Collections.Immutable;
using System.Globalization;
using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>Learning curves: a column of panels for each method, a row for each kind of measurement, a line for each seed.</summary>
internal static class CurveChart
{
    private static readonly string[] Order = ["pretrain", "simxir", "variant"];

    private static readonly ImmutableArray<(string Title, string Unit, Func<CurvePoint, double?> Read)> Pretraining =
    [
        ("loss", "loss", point => point.Loss),
        ("kNN monitor", "top-1 %", point => 100 * point.Knn),
        ("feature spread", "spread", point => point.FeatureSpread),
    ];

    private static readonly ImmutableArray<(string Title, string Unit, Func<CurvePoint, double?> Read)> Tuning = [("loss", "loss", point => point.Loss), ("feature spread", "spread", point => point.FeatureSpread)];

    /// <summary>One of pretraining and one of each treatment for each dataset, as far as they have been measured.</summary>
    public static IEnumerable<Chart> Of(ImmutableArray<StageCurve> curves)
    {
        foreach (var stages in curves.GroupBy(curve => (curve.Experiment.Dataset, curve.Stage)).OrderBy(stages => stages.Key.Dataset.Name, StringComparer.Ordinal).ThenBy(stages => stages.Min(curve => Array.IndexOf(Order, curve.Stage))))
        {
            var (dataset, stage) = stages.Key;
            if (!Order.Contains(stage)) continue; // the paper's probe says little in a picture
            var kinds = (stage == "pretrain" ? Pretraining : Tuning).Where(kind => stages.Any(curve => curve.Points.Any(point => kind.Read(point) is not null))).ToList();
            var methods = stages.GroupBy(curve => curve.Experiment.Method).ToList();
            ImmutableArray<int> seeds = [.. stages.Select(curve => curve.Experiment.Seed).Distinct().Order()];
            ImmutableArray<ScottPlot.Plot> panels =
            [
                .. from kind in kinds
                   from method in methods
                   select Panel($"{method.Key.Info.Title}, {kind.Title}", kind.Unit, kind.Read, [.. method], seeds),
            ];
            if (panels.IsEmpty) continue;
            yield return Chart.Grid(
                $"curves-{dataset.Name}-{stage}",
                $"{dataset.Info.Title}, {(stage == "pretrain" ? "pretraining" : $"fine-tuning ({stage})")}: {string.Join(", ", kinds.Select(kind => kind.Title))} against epochs, a line for each seed.",
                [.. seeds.Select(seed => string.Create(CultureInfo.InvariantCulture, $"seed {seed}"))],
                panels,
                methods.Count);
        }
    }

    private static ScottPlot.Plot Panel(string title, string unit, Func<CurvePoint, double?> read, ImmutableArray<StageCurve> curves, ImmutableArray<int> seeds)
    {
        var plot = PlotStyle.Panel(title, "epoch", unit);
        foreach (var curve in curves)
        {
            var points = curve.Points.Where(point => read(point) is { } value && double.IsFinite(value)).ToList();
            if (points.Count > 0) plot.Line(seeds.IndexOf(curve.Experiment.Seed), "", [.. points.Select(point => EpochOf(curve, point))], [.. points.Select(point => read(point)!.Value)]);
        }
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic { IntegerTicksOnly = true };
        return plot;
    }

    /// <summary>Within an epoch too: points stand at their steps, on a scale of epochs over all rounds of the stage.</summary>
    private static double EpochOf(StageCurve curve, CurvePoint point)
    {
        var first = curve.Points.FirstOrDefault(other => other.Epoch == 1);
        return first is null || first.Step == 0 ? point.Epoch : (double)point.Step / first.Step;
    }
}
