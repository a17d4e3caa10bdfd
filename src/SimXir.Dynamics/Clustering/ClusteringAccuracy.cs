using System.Numerics;

namespace SimXir.Dynamics;

/// <summary>The share of points whose cluster goes with their label, under the one-to-one matching of clusters and labels that gives
/// most.</summary>
public static class ClusteringAccuracy
{
    /// <summary>The number of sets of labels, 2^20, bounds the time.</summary>
    private const int MostLabels = 20;

    /// <param name="clusters">(N): from 0.</param>
    /// <param name="labels">(N): from 0 to 19.</param>
    /// <returns>0 to 1.</returns>
    public static double Of(ReadOnlySpan<int> clusters, ReadOnlySpan<int> labels)
    {
        if (clusters.Length != labels.Length || clusters.IsEmpty)
            throw new ArgumentException($"{clusters.Length} clusters do not go with {labels.Length} labels", nameof(clusters));
        var common = Common(clusters, labels);
        return (double)Most(common) / labels.Length;
    }

    /// <returns>(K, L): how many points cluster and label have in common.</returns>
    private static int[,] Common(ReadOnlySpan<int> clusters, ReadOnlySpan<int> labels)
    {
        int clusterCount = Largest(clusters) + 1, labelCount = Largest(labels) + 1;
        if (labelCount > MostLabels) throw new ArgumentException($"{labelCount} labels are more than {MostLabels}", nameof(labels));
        var common = new int[clusterCount, labelCount];
        for (var i = 0; i < labels.Length; i++) common[clusters[i], labels[i]]++;
        return common;
    }

    /// <summary>Cluster by cluster: the most points that can match when exactly the labels of a set may have been given away.</summary>
    private static int Most(int[,] common)
    {
        int clusters = common.GetLength(0), labels = common.GetLength(1);
        var most = new int[1 << labels];
        for (var cluster = 0; cluster < clusters; cluster++)
        {
            // From larger sets to smaller ones, so that each still holds what the clusters before could reach.
            for (var given = most.Length - 1; given > 0; given--)
                for (var left = given; left != 0; left &= left - 1)
                {
                    var label = BitOperations.TrailingZeroCount(left);
                    most[given] = Math.Max(most[given], most[given & ~(1 << label)] + common[cluster, label]);
                }
        }
        return most[^1];
    }

    private static int Largest(ReadOnlySpan<int> numbers)
    {
        var largest = 0;
        foreach (var number in numbers) largest = Math.Max(largest, number);
        return largest;
    }
}
