using System.Xml.Linq;
using SkiaSharp;

namespace SimXir.Report.Tests;

public sealed class FigureTests
{
    private static readonly PlotSize Size = new(200, 120);

    [Fact]
    public void ToPng_LongerTitle_HasMoreInk()
    {
        using var two = SKBitmap.Decode(Figure("Averages Averages").ToPng());
        using var one = SKBitmap.Decode(Figure("Averages").ToPng());

        Assert.Equal((400, 240), (two.Width, two.Height));
        Assert.InRange(Ink(one), 400, 4000);
        Assert.InRange((double)Ink(two) / Ink(one), 1.9, 2.1);

        // The upper quarter, where nothing but the title stands.
        static int Ink(SKBitmap image) => Enumerable.Range(0, image.Width)
            .Sum(x => Enumerable.Range(0, image.Height / 4).Count(y => image.GetPixel(x, y).Red < 128));
    }

    /// <summary>A font without a letter draws the same box for each.</summary>
    [Theory]
    [InlineData("A", "B")]
    [InlineData("α", "β")]
    [InlineData("≤", "∈")]
    public void ToPng_DifferentLetters_LookDifferent(string one, string other) => Assert.NotEqual(Figure(one).ToPng(), Figure(other).ToPng());

    [Fact]
    public void ToPng_TwoPanels_DrawsBoth()
    {
        using var image = SKBitmap.Decode(new Figure("figure", "Two lines.", Size, [Panel("Averages"), Panel("Averages")], columns: 2).ToPng());

        Assert.InRange(Ink(image, 0), 2000, 10000);
        Assert.InRange(Ink(image, image.Width / 2), 2000, 10000);

        static int Ink(SKBitmap image, int left) => Enumerable.Range(left, image.Width / 2)
            .Sum(x => Enumerable.Range(0, image.Height).Count(y => image.GetPixel(x, y).Red < 128));
    }

    [Fact]
    public void ToSvg_Text_NamesTheFontAndWhatMayStandInForIt()
    {
        var text = XDocument.Parse(Figure("Averages").ToSvg()).Descendants().Where(element => element.Name.LocalName == "text").ToArray();

        Assert.Contains("Averages", text.Select(element => element.Value.Trim()));
        Assert.All(text, element => Assert.Equal(PlotFont.Families, element.Attribute("font-family")!.Value));
    }

    [Fact]
    public void ToSvg_DashedLine_HasItsOwnWidthAndDashes()
    {
        var line = Assert.Single(XDocument.Parse(Figure("Averages", series: 1).ToSvg()).Descendants(), element => element.Attribute("stroke-dasharray") is not null);

        Assert.Equal(("1.6", "7 3"), (line.Attribute("stroke-width")!.Value, line.Attribute("stroke-dasharray")!.Value));
    }

    [Fact]
    public void ToSvg_DashedLine_IsStillDashedAfterwards()
    {
        var figure = Figure("Averages", series: 1);
        var before = figure.ToPng();

        figure.ToSvg();

        Assert.Equal(before, figure.ToPng());
        Assert.NotEqual(before, Figure("Averages").ToPng());
    }

    [Fact]
    public void Save_FolderThatIsNotThere_MakesItWithBothFiles()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var files = Figure("Averages").Save(Path.Combine(folder.FullName, "new"));

            Assert.Equal(["figure.svg", "figure.png"], files.Select(Path.GetFileName));
            Assert.All(files, file => Assert.True(File.Exists(file)));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Figure Figure(string title, int series = 0) => new("figure", "A line.", Size, [Panel(title, series)]);

    private static ScottPlot.Plot Panel(string title, int series = 0)
    {
        var panel = PlotStyle.Panel(title);
        panel.Line(series, "", [0, 1], [1, 2]);
        return panel;
    }
}
