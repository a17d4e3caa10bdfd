using System.Globalization;

namespace SimXir.Dynamics;

/// <summary>
/// Four groups of random inputs in the plane: "We divide the input space to four neighbor-connected groups, where each group's samples are
/// randomly generated and their representations are initialized as random points (ensuring separated group means)" (Figure 4).
/// </summary>
/// <remarks>Open in the paper and chosen here: each group fills a disc of radius 0.5, around (±1, ±1) where they are apart and (±0.46, ±0.46)
/// where they intersect; representations are normal, with deviation 0.7, around (±1, ±1), so that groups overlap at first.</remarks>
public sealed class FourGroups
{
    private const double DiscRadius = 0.5, Apart = 1, Intersecting = 0.46, Deviation = 0.7;

    private FourGroups(PointSet inputs, PointSet f0, NeighbourGroups groups, Neighbourhoods neighbours) =>
        (Inputs, F0, Groups, Neighbours) = (inputs, f0, groups, neighbours);

    /// <summary>(4 n, 2).</summary>
    public PointSet Inputs { get; }

    /// <summary>(4 n, 2): the first representations.</summary>
    public PointSet F0 { get; }

    /// <summary>The four that the inputs were made as; neighbour-connected, and the neighbour graph's own where they lie apart.</summary>
    public NeighbourGroups Groups { get; }

    /// <summary>How many neighbour-connected groups the inputs really are.</summary>
    public int ConnectedGroups => NeighbourGroups.Of(Neighbours).Members.Length;

    /// <summary>Inputs nearer than eps.</summary>
    public Neighbourhoods Neighbours { get; }

    /// <exception cref="DynamicsException">A group has one point, or the radius connects nothing, or not all of each group.</exception>
    public static FourGroups Make(ToyOptions options)
    {
        if (options.PointsPerGroup < 2)
            throw new DynamicsException($"{options.PointsPerGroup} point in each group: a group of one point has no diameter that could shrink; take 2 or more.");
        var random = new Random(options.Seed);
        var labels = Enumerable.Range(0, 4 * options.PointsPerGroup).Select(i => i / options.PointsPerGroup).ToArray();
        var inputs = PointSet.Of([.. labels.Select(group => Disc(random, Centre(group, options.Overlap ? Intersecting : Apart)))]);
        var f0 = PointSet.Of([.. labels.Select(group => Normal(random, Centre(group, Apart)))]);
        var made = new FourGroups(inputs, f0, NeighbourGroups.Of(labels), Neighbourhoods.CloserThan(inputs, options.Eps));
        made.RefuseLooseGroups(options);
        return made;
    }

    private void RefuseLooseGroups(ToyOptions options)
    {
        if (Neighbours.Edges == Neighbours.Count)
            throw new DynamicsException(string.Create(CultureInfo.InvariantCulture, $"Radius {options.Eps} connects none of the {Inputs.Count} points: the nearest two are {Nearest():G3} apart; take a larger radius."));
        foreach (var (group, members) in Groups.Members.Index())
        {
            var pieces = NeighbourGroups.Of(Neighbourhoods.CloserThan(Inputs.Pick(members), options.Eps)).Members.Length;
            if (pieces > 1)
                throw new DynamicsException(string.Create(CultureInfo.InvariantCulture, $"Radius {options.Eps} leaves group {group + 1} of seed {options.Seed} in {pieces} pieces, but a group must be neighbour-connected: take a larger radius, more points or another seed."));
        }
        if (!options.Overlap && NeighbourGroups.Of(Neighbours).Members.Length < 4)
            throw new DynamicsException(string.Create(CultureInfo.InvariantCulture, $"Radius {options.Eps} connects groups that are to be disjoint: they lie 1 apart; take a smaller radius."));
    }

    private double Nearest() => Enumerable.Range(1, Inputs.Count - 1)
        .Min(i => Enumerable.Range(0, i).Min(j => Vectors.Distance(Inputs[i], Inputs[j])));

    private static double[] Centre(int group, double away) => [group % 3 == 0 ? away : -away, group < 2 ? away : -away];

    private static double[] Disc(Random random, double[] centre)
    {
        double radius = DiscRadius * Math.Sqrt(random.NextDouble()), angle = 2 * Math.PI * random.NextDouble();
        return [centre[0] + radius * Math.Cos(angle), centre[1] + radius * Math.Sin(angle)];
    }

    /// <summary>Box and Muller (1958).</summary>
    private static double[] Normal(Random random, double[] centre)
    {
        double length = Deviation * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())), angle = 2 * Math.PI * random.NextDouble();
        return [centre[0] + length * Math.Cos(angle), centre[1] + length * Math.Sin(angle)];
    }
}
