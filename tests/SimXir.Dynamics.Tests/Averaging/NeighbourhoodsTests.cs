namespace SimXir.Dynamics.Tests;

public sealed class NeighbourhoodsTests
{
    private static readonly double[][] Line = [[0, 0], [0.5, 0], [1, 0], [1.25, 0]];

    [Fact]
    public void CloserThan_InputsAtTheRadius_LeavesThemOut() =>
        Assert.Equal([[0], [1], [2, 3], [2, 3]], Lists(Neighbourhoods.CloserThan(Line, 0.5)));

    [Fact]
    public void Within_InputsAtTheRadius_TakesThemIn() =>
        Assert.Equal([[0, 1], [0, 1, 2], [1, 2, 3], [2, 3]], Lists(Neighbourhoods.Within(Line, 0.5)));

    [Fact]
    public void Within_Diagonal_MeasuresBothDimensions() =>
        Assert.Equal([[0, 1], [0, 1]], Lists(Neighbourhoods.Within([[0, 0], [3, 4]], 5)));

    private static int[][] Lists(Neighbourhoods neighbours) => [.. Enumerable.Range(0, neighbours.Count).Select(input => neighbours[input].ToArray())];
}
