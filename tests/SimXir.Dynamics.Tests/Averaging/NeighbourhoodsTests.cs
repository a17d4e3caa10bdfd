namespace SimXir.Dynamics.Tests;

public sealed class NeighbourhoodsTests
{
    private static readonly PointSet Line = PointSet.Of([[0, 0], [0.5, 0], [1, 0], [1.25, 0]]);

    [Fact]
    public void CloserThan_InputsAtTheRadius_LeavesThemOut() =>
        Assert.Equal([[0], [1], [2, 3], [2, 3]], Lists(Neighbourhoods.CloserThan(Line, 0.5)));

    [Fact]
    public void Within_InputsAtTheRadius_TakesThemIn() =>
        Assert.Equal([[0, 1], [0, 1, 2], [1, 2, 3], [2, 3]], Lists(Neighbourhoods.Within(Line, 0.5)));

    [Fact]
    public void Within_Diagonal_MeasuresBothDimensions() =>
        Assert.Equal([[0, 1], [0, 1]], Lists(Neighbourhoods.Within(PointSet.Of([[0, 0], [3, 4]]), 5)));

    [Fact]
    public void Within_IdenticalPoints_AreNeighboursAtNoDistance() =>
        Assert.Equal([[0, 2], [1], [0, 2]], Lists(Neighbourhoods.Within(PointSet.Of([[1], [2], [1]]), 0)));

    [Theory]
    [InlineData(1, 0.01)]
    [InlineData(2, 0.1)]
    [InlineData(3, 0.2)]
    [InlineData(5, 0.4)]
    [InlineData(2, 1e-12)]
    [InlineData(2, double.PositiveInfinity)]
    public void Within_RandomPoints_FindsWhatLookingAtAllPairsFinds(int dimensions, double radius)
    {
        var points = Random(300, dimensions, seed: 7);

        var lists = Lists(Neighbourhoods.Within(points, radius));

        Assert.Equal(
            Enumerable.Range(0, 300).Select(i => Enumerable.Range(0, 300).Where(j => Vectors.Distance(points[i], points[j]) <= radius).ToArray()), lists);
    }

    /// <summary>Distances of exactly one radius, where rounding could put a neighbour two cells away.</summary>
    [Fact]
    public void Within_LatticeOfTheRadius_FindsAllFour()
    {
        var lattice = PointSet.Of([.. Enumerable.Range(0, 400).Select(i => new[] { 0.1 * (i % 20), 0.1 * (i / 20) })]);

        var sizes = Neighbourhoods.Within(lattice, 0.1 * (1 + 1e-14)).Sizes();

        Assert.Equal(4 * 3 + 72 * 4 + 324 * 5, sizes.Sum());
    }

    [Fact]
    public void Within_AnyNumberOfThreads_IsTheSame()
    {
        var points = Random(2000, 2, seed: 8);
        Neighbourhoods one = Neighbourhoods.Within(points, 0.05), four = Neighbourhoods.Within(points, 0.05, threads: 4);

        Assert.Equal(one.Order, four.Order);
        Assert.Equal(one.Columns, four.Columns);
    }

    [Theory]
    [InlineData(-1, "Radius -1: it must be 0 or more.")]
    [InlineData(double.NaN, "Radius NaN: it must be 0 or more.")]
    public void Within_ImpossibleRadius_SaysWhatIsAllowed(double radius, string message) =>
        Assert.Equal(message, Assert.Throws<DynamicsException>(() => Neighbourhoods.Within(Line, radius)).Message);

    [Fact]
    public void CloserThan_NoRadius_SaysWhatIsAllowed() => Assert.Equal(
        "Radius 0: it must be above 0, since neighbours are nearer than it.",
        Assert.Throws<DynamicsException>(() => Neighbourhoods.CloserThan(Line, 0)).Message);

    internal static PointSet Random(int count, int dimensions, int seed)
    {
        var random = new Random(seed);
        return PointSet.Of([.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, dimensions).Select(_ => random.NextDouble()).ToArray())]);
    }

    private static int[][] Lists(Neighbourhoods neighbours) => [.. Enumerable.Range(0, neighbours.Count).Select(neighbours.Of)];
}
