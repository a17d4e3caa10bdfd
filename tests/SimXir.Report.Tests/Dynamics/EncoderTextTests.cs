using SimXir.Dynamics;
using SimXir.Experiments;

namespace SimXir.Report.Tests;

public sealed class EncoderTextTests
{
    [Fact]
    public void Of_BaselineAndSimXir_ShowsEachAgainstTheBaseline()
    {
        var study = new EncoderStudy(
            ExperimentId.Parse("mini/cifar10/simsiam/0"),
            [
                new(Treatment.Baseline, Grouping.Views, Geometry.Spherical, 20, 1, 0.5, 0.25, 0.5, 0),
                new(Treatment.SimXir, Grouping.Views, Geometry.Spherical, 20, 0.75, 0.6, 0.125, 0.5, 0.123456),
            ],
            ["variant is not finished: Running"]);

        Assert.StartsWith("""
            Two encoders

            mini/cifar10/simsiam/0
            By neighbour-connected group of the views, 20 groups, l2-normalised
                                diameter          distance            within           between    within/between  drift  contracts  alienates
              baseline        1               0.5              0.25               0.5               0.5               0
              simxir       0.75 (-25.0%)      0.6 (+20.0%)    0.125 (-50.0%)      0.5              0.25 (-50.0%)  0.123        yes        yes
            variant is not finished: Running

            """, EncoderText.Of("Two encoders", [study]), StringComparison.Ordinal);
    }
}
