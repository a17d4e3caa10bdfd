namespace SimXir.Dynamics;

/// <summary>
/// k-means without chance. Lloyd's iterations run from N sets of centres: each point in turn is the first centre, and the next is always
/// the point farthest from the centres so far. The partition with the smallest inertia wins, the first of equals.
/// </summary>
public sealed class KMeans
{
    private readonly double[][] _points;
    private readonly int _clusters;

    private KMeans(double[][] points, int clusters) => (_points, _clusters) = (points, clusters);

    /// <param name="points">(N, D).</param>
    /// <param name="clusters">1 to N.</param>
    public static Clustering Cluster(double[][] points, int clusters)
    {
        if (clusters < 1 || clusters > points.Length)
            throw new ArgumentException($"{points.Length} points cannot form {clusters} clusters", nameof(clusters));
        var search = new KMeans(points, clusters);
        return Enumerable.Range(0, points.Length).Select(first => search.Iterate(search.Spread(first))).MinBy(result => result.Inertia)!;
    }

    /// <returns>(K, D): the centres that the iterations begin with.</returns>
    private double[][] Spread(int first)
    {
        var centres = new List<double[]> { _points[first] };
        var distances = _points.Select(point => Vectors.SquaredDistance(point, _points[first])).ToArray();
        while (centres.Count < _clusters)
        {
            var farthest = _points[Array.IndexOf(distances, distances.Max())];
            centres.Add(farthest);
            for (var i = 0; i < distances.Length; i++) distances[i] = Math.Min(distances[i], Vectors.SquaredDistance(_points[i], farthest));
        }
        return [.. centres];
    }

    /// <summary>Until no point changes its cluster; the inertia falls with each change, so that this ends.</summary>
    private Clustering Iterate(double[][] centres)
    {
        var labels = new int[_points.Length];
        Assign(labels, centres);
        do centres = Means(labels, centres);
        while (Assign(labels, centres));
        return new Clustering([.. labels], _points.Select((point, i) => Vectors.SquaredDistance(point, centres[labels[i]])).Sum());
    }

    /// <summary>Each point to its nearest centre, the first of equals.</summary>
    /// <returns>Whether any point changed its cluster.</returns>
    private bool Assign(int[] labels, double[][] centres)
    {
        var changed = false;
        for (var point = 0; point < labels.Length; point++)
        {
            var nearest = Nearest(centres, _points[point]);
            changed |= nearest != labels[point];
            labels[point] = nearest;
        }
        return changed;
    }

    private static int Nearest(double[][] centres, double[] point)
    {
        var (best, distance) = (0, double.PositiveInfinity);
        for (var i = 0; i < centres.Length; i++)
        {
            var candidate = Vectors.SquaredDistance(point, centres[i]);
            if (candidate < distance) (best, distance) = (i, candidate);
        }
        return best;
    }

    /// <summary>A cluster without points keeps its centre.</summary>
    private double[][] Means(int[] labels, double[][] centres)
    {
        var sums = centres.Select(centre => new double[centre.Length]).ToArray();
        var members = new int[centres.Length];
        for (var point = 0; point < labels.Length; point++)
        {
            members[labels[point]]++;
            for (var i = 0; i < sums[0].Length; i++) sums[labels[point]][i] += _points[point][i];
        }
        return [.. centres.Select((centre, cluster) => members[cluster] == 0 ? centre : Divided(sums[cluster], members[cluster]))];
    }

    private static double[] Divided(double[] sums, int count) => [.. sums.Select(sum => sum / count)];
}
