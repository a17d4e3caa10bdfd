namespace SimXir.Dynamics.Tests;

public sealed class PointSetTests
{
    [Fact]
    public void Of_RowsOfDifferentLength_NamesTheRow() => Assert.Equal(
        "Point 1 has 1 coordinates where point 0 has 2: all need the same number.",
        Assert.Throws<DynamicsException>(() => PointSet.Of([[1, 2], [3]])).Message);

    [Fact]
    public void Of_NotANumber_NamesPointAndCoordinate() => Assert.Equal(
        "Coordinate 1 of point 2 is NaN: all must be finite.",
        Assert.Throws<DynamicsException>(() => PointSet.Of([[1, 2], [3, 4], [5, double.NaN]])).Message);

    [Fact]
    public void Of_NoRows_SaysSo() =>
        Assert.StartsWith("There are no points", Assert.Throws<DynamicsException>(() => PointSet.Of([])).Message, StringComparison.Ordinal);

    [Fact]
    public void Pick_SomePoints_KeepsTheOrderAskedFor() =>
        Assert.Equal([[5, 6], [1, 2], [5, 6]], PointSet.Of([[1, 2], [3, 4], [5, 6]]).Pick([2, 0, 2]).ToRows());

    [Fact]
    public void Mean_Points_IsThatOfEachCoordinate() => Assert.Equal([2, 5], PointSet.Of([[1, 2], [3, 8]]).Mean());

    [Fact]
    public void Directions_Points_HaveLengthOne() => Assert.Equal([[0.6, 0.8], [0, -1]], PointSet.Of([[3, 4], [0, -7]]).Directions().ToRows());
}
