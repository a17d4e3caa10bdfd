using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>Curves as rows, one for each measured step: RFC 4180, in full precision, empty where nothing was measured.</summary>
public static class CurveCsv
{
    public static string Write(ImmutableArray<StageCurve> curves)
    {
        var text = new StringBuilder();
        CsvTable.Line(text, ["sweep", "dataset", "method", "seed", "stage", "round", "step", "epoch", "loss", "learning_rate", "knn", "feature_spread", "views_per_second", "at"]);
        foreach (var curve in curves)
        {
            var (sweep, dataset, method, seed) = curve.Experiment;
            foreach (var point in curve.Points)
            {
                CsvTable.Line(text, [sweep.Value, dataset.Name, method.Name, Of(seed), curve.Stage, point.Round, Of(point.Step), Of(point.Epoch),
                    Of(point.Loss), Of(point.LearningRate), Of(point.Knn), Of(point.FeatureSpread), Of(point.ViewsPerSecond), point.At.ToString("O", CultureInfo.InvariantCulture)]);
            }
        }
        return text.ToString();
    }

    private static string Of(IFormattable? value) => value?.ToString(null, CultureInfo.InvariantCulture) ?? "";
}
