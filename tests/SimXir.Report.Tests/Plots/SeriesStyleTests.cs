namespace SimXir.Report.Tests;

public sealed class SeriesStyleTests
{
    [Fact]
    public void Of_FirstSeven_DifferInColourAndInMarker()
    {
        var styles = Enumerable.Range(0, 7).Select(SeriesStyle.Of).ToArray();

        Assert.Equal(7, styles.Select(style => style.Colour).Distinct().Count());
        Assert.Equal(7, styles.Select(style => style.Marker).Distinct().Count());
    }

    [Fact]
    public void Of_TwentyEight_AreAllDifferent() =>
        Assert.Equal(28, Enumerable.Range(0, 28).Select(SeriesStyle.Of).Select(style => (style.Colour, style.Marker, style.Line.Name)).Distinct().Count());
}
