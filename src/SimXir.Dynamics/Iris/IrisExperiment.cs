using System.Collections.Immutable;

namespace SimXir.Dynamics;

/// <summary>
/// Figure 3: neighbour averaging (equation 2.4) of the Iris data, where the first representation of a flower is the flower itself, and how
/// well k-means tells the species apart after each step. "This scheme further boosts the clustering performance, such as k-Means from 89%
/// to 96%" (section 2).
/// </summary>
public static class IrisExperiment
{
    /// <summary>"where N(x) = {x' : |x' - x| &lt;= 0.4}".</summary>
    /// <remarks>Two flowers are 0.4 apart in decimals and a last place more in double precision: they do not count as neighbours.</remarks>
    public const double Radius = 0.4;

    /// <summary>Clustering accuracies after 0, 1, … steps.</summary>
    /// <param name="points">(N, D): inputs, and first representations.</param>
    /// <param name="labels">(N): from 0; as many clusters as labels are looked for.</param>
    /// <param name="steps">The last step looked at; 0 or more.</param>
    /// <param name="radius">Of the neighbourhoods.</param>
    /// <returns>(steps + 1): each 0 to 1.</returns>
    public static ImmutableArray<double> Accuracies(double[][] points, int[] labels, int steps, double radius = Radius)
    {
        var flowers = PointSet.Of(points);
        var neighbours = Neighbourhoods.Within(flowers, radius);
        var species = labels.Distinct().Count();
        return
        [
            .. NeighbourAveraging.Trajectory(neighbours, flowers, Geometry.Unconstrained).Take(steps + 1)
                .Select(f => ClusteringAccuracy.Of(KMeans.Cluster(f.ToRows(), species).Labels.AsSpan(), labels)),
        ];
    }
}
