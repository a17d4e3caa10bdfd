using System.Globalization;
using System.Text;

namespace SimXir.Cli;

/// <summary>Baselines as a person reads them.</summary>
public static class BaselinesText
{
    public static string Of(IReadOnlyList<BaselineRow> rows)
    {
        var text = new StringBuilder();
        foreach (var (dataset, knn) in rows)
        {
            text.AppendLine($"{dataset.Info.Title}, kNN top-1 %");
            text.AppendLine($"  {"",-28}{string.Concat(knn.RawPixels.Cosine.Keys.Select(k => string.Create(CultureInfo.InvariantCulture, $"{$"k={k}",8}")))}");
            foreach (var (name, result) in new[] { ("raw pixels", knn.RawPixels), ("normalised pixels", knn.NormalisedPixels), ("untrained encoder", knn.UntrainedEncoder) })
            {
                text.AppendLine(Line($"{name}, cosine", result.Cosine.Values));
                text.AppendLine(Line($"{name}, Euclidean", result.Euclidean.Values));
            }
        }

        return text.ToString();
    }

    private static string Line(string name, IEnumerable<double> accuracies) =>
        $"  {name,-28}{string.Concat(accuracies.Select(accuracy => string.Create(CultureInfo.InvariantCulture, $"{100 * accuracy,8:F2}")))}";
}
