using SimXir.Experiments;

namespace SimXir.Method.Tests;

/// <summary>The distribution of all that chance decides but the crop, which has its own tests.</summary>
public sealed class ViewDrawTests
{
    private const int N = 100_000;
    private static readonly ViewSpec Spec = new() { BlurProbability = 0.3 };
    private static readonly ViewKey Key = new(Seed: 1, Epoch: 2, View: 0);
    private static readonly ViewDraw[] Draws = [.. Many(Spec, Key)];

    [Fact]
    public void Of_ManySamples_TakesEachStepAsOftenAsTheSpecSaysAndOnItsOwn() => ChiSquare.AssertIndependent(
        [Spec.JitterProbability, Spec.GrayscaleProbability, Spec.BlurProbability, Spec.FlipProbability],
        Draws.Select(draw => (bool[])[draw.Jitter, draw.Gray, draw.BlurSigma > 0, draw.Flip]));

    public static TheoryData<ViewKey> OtherKeys =>
        [Key with { View = 1 }, Key with { Epoch = 3 }, Key with { Seed = 2 }, Key with { Round = 1 }];

    [Theory]
    [MemberData(nameof(OtherKeys))]
    public void Of_TwoKeys_DrawsIndependently(ViewKey other) => ChiSquare.AssertIndependent(
        [Spec.FlipProbability, Spec.FlipProbability, Spec.GrayscaleProbability, Spec.GrayscaleProbability],
        Draws.Zip(Many(Spec, other), (one, two) => (bool[])[one.Flip, two.Flip, one.Gray, two.Gray]));

    [Fact]
    public void Of_NeighbouringSamples_DrawsIndependently() => ChiSquare.AssertIndependent(
        [Spec.FlipProbability, Spec.FlipProbability, Spec.GrayscaleProbability, Spec.GrayscaleProbability],
        Draws.Chunk(2).Select(pair => (bool[])[pair[0].Flip, pair[1].Flip, pair[0].Gray, pair[1].Gray]));

    [Fact]
    public void Of_ManySamples_UsesAll24OrdersEquallyOften()
    {
        var counts = Draws.CountBy(draw => draw.Order).ToDictionary();
        ChiSquare.AssertFits(Enumerable.Range(0, JitterOrder.Count).Select(order =>
            ((long)counts.GetValueOrDefault(JitterOrder.Of(order)), (double)N / JitterOrder.Count)));
    }

    [Fact]
    public void Of_ManySamples_DrawsFactorsUniformly()
    {
        Kolmogorov.AssertUniform(Draws.Select(draw => draw.Brightness), 0.6, 1.4);
        Kolmogorov.AssertUniform(Draws.Select(draw => draw.Contrast), 0.6, 1.4);
        Kolmogorov.AssertUniform(Draws.Select(draw => draw.Saturation), 0.6, 1.4);
        Kolmogorov.AssertUniform(Draws.Select(draw => draw.Hue), -0.1, 0.1);
        Kolmogorov.AssertUniform(Draws.Select(draw => draw.BlurSigma).Where(sigma => sigma > 0), 0.1, 2);
    }

    [Fact]
    public void Of_StrengthAboveOne_StartsAtZero() =>
        Kolmogorov.AssertUniform(Many(new ViewSpec { Brightness = 3 }, Key).Select(draw => draw.Brightness), 0, 4);

    [Fact]
    public void Of_RecipeWithBlur_IsOtherwiseTheSame() =>
        Assert.Equal(Many(new ViewSpec(), Key), Draws.Select(draw => draw with { BlurSigma = 0 }));

    private static IEnumerable<ViewDraw> Many(ViewSpec spec, ViewKey key) =>
        Enumerable.Range(0, N).Select(sample => ViewDraw.Of(spec, key, sample, ImageSet.Width));
}
