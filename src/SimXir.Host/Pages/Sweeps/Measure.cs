using System.Collections.Immutable;
using System.Globalization;
using SimXir.Experiments;

namespace SimXir.Host.Pages;

/// <summary>One figure of a judged cell that a grid can show.</summary>
/// <param name="Name">As a person calls it.</param>
/// <param name="Read">0 to 1; null where the cell has none.</param>
public sealed record Measure(string Name, Func<CellResult, double?> Read)
{
    public static ImmutableArray<Measure> Of(EvaluateSpec evaluate) =>
    [
        .. evaluate.Knn.Select(k => new Measure($"kNN cosine, k={Text(k)}", cell => Vote(cell.Knn?.Cosine, k))),
        .. evaluate.Knn.Select(k => new Measure($"kNN Euclidean, k={Text(k)}", cell => Vote(cell.Knn?.Euclidean, k))),
        .. evaluate.Linear.Select(probe => new Measure($"linear probe ({SpecWords.Of(probe)}), top-1", cell => cell.Linear?.GetValueOrDefault(probe)?.Top1)),
        new Measure("feature spread", cell => cell.FeatureSpread),
    ];

    /// <summary>Of a completed cell; what is not finite is no figure.</summary>
    public double? OfCell(CellResult cell) => cell.State == CellState.Completed && Read(cell) is { } value && double.IsFinite(value) ? value : null;

    private static double? Vote(ImmutableSortedDictionary<int, double>? votes, int k) => votes is not null && votes.TryGetValue(k, out var accuracy) ? accuracy : null;

    private static string Text(int k) => k.ToString(CultureInfo.InvariantCulture);
}
