using System.Collections.Immutable;
using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>
/// k-nearest-neighbours classification as the paper's section 5 judges encoders: each of the k nearest of the bank has one vote, whatever
/// its distance; a tied vote goes to the smallest label, as in scikit-learn, and of equal distances the smaller index counts as nearer.
/// </summary>
public static class KnnClassifier
{
    /// <param name="bank">Training features.</param>
    /// <param name="queries">Test features.</param>
    /// <param name="ks">Numbers of neighbours, each 1 or more; more than the bank has means all of it.</param>
    /// <param name="threads">1 or more.</param>
    /// <param name="pause">Called now and then; it may throw to stop.</param>
    public static KnnResult Judge(FeatureMatrix bank, FeatureMatrix queries, ImmutableArray<int> ks, int threads, Action? pause = null)
    {
        var table = NearestNeighbours.Find(bank, queries, ks.Max(), KnnMetric.Both, threads, pause);
        return new KnnResult(
            ks.Distinct().ToImmutableSortedDictionary(k => k, k => Accuracy(Predict(table.Cosine, bank, k), queries.Labels)),
            ks.Distinct().ToImmutableSortedDictionary(k => k, k => Accuracy(Predict(table.Euclidean, bank, k), queries.Labels)));
    }

    /// <param name="neighbours">(Q, K): indices into the bank, nearest first.</param>
    /// <param name="bank">Its labels vote.</param>
    /// <param name="k">The first so many of each row vote; all of them where there are fewer.</param>
    /// <returns>(Q): labels.</returns>
    public static int[] Predict(int[][] neighbours, FeatureMatrix bank, int k) => [.. neighbours.Select(row =>
    {
        var votes = new int[bank.Classes];
        foreach (var index in row.AsSpan(0, Math.Min(k, row.Length))) votes[bank.Labels[index]]++;
        return Array.IndexOf(votes, votes.Max());
    })];

    private static double Accuracy(int[] predictions, int[] labels) =>
        predictions.Length == 0 ? 0 : predictions.Zip(labels).Count(pair => pair.First == pair.Second) / (double)predictions.Length;
}
