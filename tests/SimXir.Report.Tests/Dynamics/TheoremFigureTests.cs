using System.Xml.Linq;
using SimXir.Dynamics;

namespace SimXir.Report.Tests;

public sealed class TheoremFigureTests
{
    [Fact]
    public void Of_EveryKnownCase_NumbersItsPointsBeforeAndAfter() => Assert.All(KnownCases.All, known =>
    {
        var figure = TheoremFigure.Of(known.Key, known.Value);

        Assert.Equal(known.Key, figure.Name);
        var text = XDocument.Parse(figure.ToSvg()).Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value.Trim()).ToArray();
        Assert.Contains($"{known.Key}, t = 0", text);
        Assert.Contains($"{known.Key}, t = 1", text);
        Assert.True(text.SelectMany(line => line.Split(',')).Count(word => word == "0") >= 2 * known.Value.Case.Groups.Length);
    });

    [Fact]
    public void Of_ClaimAboutTheLimit_ShowsLongAfter()
    {
        var example = new Counterexample(KnownCases.Crossed, Geometry.Unconstrained, null, "distance 1.414 at t = 0 and 0 in the limit");

        var figure = TheoremFigure.Of("alienation-apart", example);

        Assert.Equal("alienation-apart: distance 1.414 at t = 0 and 0 in the limit.", figure.Caption);
        Assert.Contains("long after", figure.ToSvg(), StringComparison.Ordinal);
    }
}
