using SimXir.Experiments;

namespace SimXir.Method.Tests;

/// <summary>The distribution of the recipe, each figure within five standard errors.</summary>
public sealed class ViewDrawTests
{
    private const int N = 40_000;
    private static readonly ViewKey Key = new(Seed: 1, Epoch: 2, View: 0);
    private static readonly ViewDraw[] Draws = [.. Enumerable.Range(0, N).Select(sample => ViewDraw.Of(new ViewSpec(), Key, sample))];

    [Theory]
    [InlineData(0.8, 0)]
    [InlineData(0.2, 1)]
    [InlineData(0.5, 2)]
    public void Of_ManySamples_AppliesEachStepAsOftenAsTheSpecSays(double probability, int step)
    {
        var applied = Draws.Count(draw => step switch { 0 => draw.Jitter, 1 => draw.Gray, _ => draw.Flip });
        Assert.Equal(probability, (double)applied / N, 5 * Math.Sqrt(probability * (1 - probability) / N));
    }

    /// <summary>0.550: the mean that torchvision's get_params has at 32x32 with scale (0.2, 1) (facts/ssl.md, 2b).</summary>
    [Fact]
    public void Of_ManySamples_CropsTheMeanAreaOfTorchvision() =>
        Assert.Equal(0.550, Draws.Average(draw => draw.Box.Height * draw.Box.Width / 1024.0), 0.005);

    [Fact]
    public void Of_ManySamples_CropsWithinTheImageScaleAndRatio()
    {
        Assert.All(Draws, draw =>
        {
            var (top, left, height, width) = draw.Box;
            Assert.True(top >= 0 && left >= 0 && top + height <= 32 && left + width <= 32, draw.Box.ToString());
            // Sides are rounded, each by up to half a pixel.
            Assert.InRange((height + 0.5) * (width + 0.5), 0.2 * 1024, double.MaxValue);
            Assert.InRange((width + 0.5) / (height - 0.5), 3.0 / 4, double.MaxValue);
            Assert.InRange((width - 0.5) / (height + 0.5), 0, 4.0 / 3);
        });
        // The ratio is log-uniform, so its logarithm has mean 0, and wide boxes are as frequent as tall ones.
        Assert.Equal(0, Draws.Average(draw => Math.Log((double)draw.Box.Width / draw.Box.Height)), 0.005);
    }

    [Fact]
    public void Of_ManySamples_PlacesBoxesUniformly()
    {
        var places = Draws.Where(draw => draw.Box.Height < 32).Select(draw => draw.Box.Top / (32.0 - draw.Box.Height)).ToArray();
        Assert.Equal(0.5, places.Average(), 0.01);
        var sides = Draws.Where(draw => draw.Box.Width < 32).Select(draw => draw.Box.Left / (32.0 - draw.Box.Width)).ToArray();
        Assert.Equal(0.5, sides.Average(), 0.01);
    }

    [Fact]
    public void Of_ScaleOne_KeepsAllButALine()
    {
        // Every box but a nearly square one is too long on one side: most are rejected, and after ten the whole image is kept.
        var whole = new ViewSpec { CropScaleMin = 1 };
        Assert.All(Enumerable.Range(0, 1000), sample =>
        {
            var box = ViewDraw.Of(whole, new ViewKey(0, 0, 0), sample).Box;
            Assert.True(box is { Height: >= 31, Width: >= 31 }, box.ToString());
        });
    }

    [Fact]
    public void Of_ManySamples_UsesAll24OrdersEquallyOften()
    {
        var counts = Draws.CountBy(draw => draw.Order).Select(pair => pair.Value).ToArray();
        Assert.Equal(JitterOrder.Count, counts.Length);
        const double expected = (double)N / JitterOrder.Count;
        Assert.InRange(counts.Sum(count => (count - expected) * (count - expected) / expected), 0, 63); // 23 degrees of freedom: p = 1e-5
    }

    [Fact]
    public void Of_ManySamples_DrawsFactorsUniformly()
    {
        foreach (var factor in (Func<ViewDraw, float>[])[draw => draw.Brightness, draw => draw.Contrast, draw => draw.Saturation])
        {
            Assert.All(Draws, draw => Assert.InRange(factor(draw), 0.6f, 1.4f));
            Assert.Equal(1, Draws.Average(factor), 5 * 0.8 / Math.Sqrt(12.0 * N));
            Assert.Equal(0.8 * 0.8 / 12, Draws.Average(draw => (factor(draw) - 1) * (factor(draw) - 1)), 0.002);
        }

        Assert.All(Draws, draw => Assert.InRange(draw.Hue, -0.1f, 0.1f));
        Assert.Equal(0, Draws.Average(draw => draw.Hue), 5 * 0.2 / Math.Sqrt(12.0 * N));
    }

    [Fact]
    public void Of_StrengthAboveOne_StartsAtZero()
    {
        var strong = new ViewSpec { Brightness = 3 };
        var factors = Enumerable.Range(0, 4000).Select(sample => ViewDraw.Of(strong, new ViewKey(0, 0, 0), sample).Brightness).ToArray();
        Assert.All(factors, factor => Assert.InRange(factor, 0f, 4f));
        Assert.Equal(2, factors.Average(), 0.1);
    }
}
