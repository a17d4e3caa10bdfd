using System.Xml.Linq;
using SimXir.Dynamics;

namespace SimXir.Report.Tests;

public sealed class ToyFigureTests
{
    [Fact]
    public void Of_TwoGeometries_LettersEachPanelInOrder()
    {
        var toy = FourGroups.Make(new ToyOptions { Overlap = false, PointsPerGroup = 50, Eps = 0.3 });
        var runs = Enum.GetValues<Geometry>().Select(geometry => ToyRun.Of(toy, geometry, 20, [0, 20])).ToArray();

        var figure = ToyFigure.Of("disjoint", runs);

        Assert.Equal("disjoint", figure.Name);
        var text = XDocument.Parse(figure.ToSvg()).Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value.Trim()).ToArray();
        Assert.Equal(
            ["(a) unconstrained, t = 0", "(b) unconstrained, t = 20", "(c) unconstrained, means", "(d) on the sphere, t = 0", "(e) on the sphere, t = 20", "(f) on the sphere, means"],
            text.Where(line => line.StartsWith('(')));
        Assert.Equal(2, text.Count(line => line.StartsWith("× ", StringComparison.Ordinal))); // the zoomed insets
    }
}
