using System.Collections.Immutable;

namespace SimXir.Dynamics;

/// <summary>
/// Figure 3: neighbour averaging (equation 2.4) of the Iris data and how well clusters tell the species apart after each step. "This scheme
/// further boosts the clustering performance, such as k-Means from 89% to 96%" (section 2). The caption, "performing neighbor-averaging
/// dynamics after clustering", can be read in two ways, and both are here.
/// </summary>
public static class IrisExperiment
{
    /// <summary>"where N(x) = {x' : |x' - x| &lt;= 0.4}".</summary>
    /// <remarks>Two flowers are 0.4 apart in decimals and a last place more in double precision: they do not count as neighbours.</remarks>
    public const double Radius = 0.4;

    /// <summary>The first reading: the representation of a flower is at first the flower itself, and k-means clusters the averages. The
    /// accuracy after 0, 1, … steps.</summary>
    /// <param name="points">(N, D): inputs, and first representations.</param>
    /// <param name="labels">(N): from 0; as many clusters as labels are looked for.</param>
    /// <param name="steps">The last step looked at; 0 or more.</param>
    /// <param name="radius">Of the neighbourhoods.</param>
    /// <returns>(steps + 1): each 0 to 1.</returns>
    public static ImmutableArray<double> Accuracies(double[][] points, int[] labels, int steps, double radius = Radius)
    {
        var flowers = PointSet.Of(points);
        return
        [
            .. Averages(flowers, flowers, steps, radius)
                .Select(f => ClusteringAccuracy.Of(KMeans.Cluster(f.ToRows(), labels.Distinct().Count()).Labels.AsSpan(), labels)),
        ];
    }

    /// <summary>The second reading, label propagation: k-means clusters the flowers once, the representation of a flower is at first the
    /// indicator of its cluster, and each flower takes the cluster with the largest average, the first of equals.</summary>
    /// <inheritdoc cref="Accuracies"/>
    public static ImmutableArray<double> PropagatedAccuracies(double[][] points, int[] labels, int steps, double radius = Radius)
    {
        var species = labels.Distinct().Count();
        var indicators = KMeans.Cluster(points, species).Labels.Select(cluster => Enumerable.Range(0, species).Select(other => other == cluster ? 1.0 : 0).ToArray());
        return
        [
            .. Averages(PointSet.Of(points), PointSet.Of([.. indicators]), steps, radius)
                .Select(f => ClusteringAccuracy.Of([.. f.ToRows().Select(shares => Array.IndexOf(shares, shares.Max()))], labels)),
        ];
    }

    private static IEnumerable<PointSet> Averages(PointSet inputs, PointSet f0, int steps, double radius) =>
        NeighbourAveraging.Trajectory(Neighbourhoods.Within(inputs, radius), f0, Geometry.Unconstrained).Take(steps + 1);
}
