using SimXir.Experiments;

namespace SimXir.Method.Tests;

/// <summary>The crops' distribution against the exact one that torchvision's RandomResizedCrop.get_params has.</summary>
/// <remarks>With a width of a = sqrt(A r) and a height of b = sqrt(A / r) before rounding, a uniform area A and a uniform log r make (a, b)
/// uniform in the region where A and r are allowed (the Jacobian of (A, log r) is 2), so a box's probability is the area that its
/// rounding cell has in that region, over that of all boxes that fit into the image.</remarks>
public sealed class CropBoxTests
{
    private const int N = 200_000;
    private const int Side = ImageSet.Width;

    /// <summary>Rejections a crop and mean area as measured of torchvision 0.14 at 32x32 (50,000 crops: standard errors of 0.002 and
    /// 0.001).</summary>
    [Theory]
    [InlineData(0.2, 0.153, 0.550)]
    [InlineData(0.08, 0.130, 0.489)]
    public void Boxes_ExactProbabilities_AreTorchvisions(double scaleMin, double rejections, double meanArea)
    {
        var boxes = Boxes(scaleMin);
        var fits = boxes.Sum(box => box.Area);
        var region = Side * Side * (1 - scaleMin) * Math.Log(16.0 / 9) / 2;
        Assert.Equal(rejections, (region / fits) - 1, 0.004);
        Assert.Equal(meanArea, boxes.Sum(box => box.Area * box.Width * box.Height) / fits / (Side * Side), 0.002);
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.08)]
    public void Draw_ManyBoxes_HaveTorchvisionsSizes(double scaleMin)
    {
        var counts = Draws(scaleMin).CountBy(draw => (draw.Box.Width, draw.Box.Height)).ToDictionary();
        var boxes = Boxes(scaleMin);
        var total = boxes.Sum(box => box.Area);
        ChiSquare.AssertFits(boxes.Select(box => ((long)counts.GetValueOrDefault((box.Width, box.Height)), N * box.Area / total)));
    }

    [Fact]
    public void Draw_ManyBoxes_LieAnywhereInTheImage()
    {
        var boxes = Draws(0.2).Select(draw => draw.Box).ToArray();
        AssertPlaces(boxes.CountBy(box => (box.Height, box.Top)));
        AssertPlaces(boxes.CountBy(box => (box.Width, box.Left)));
    }

    [Fact]
    public void Draw_ScaleOne_KeepsAllButALine()
    {
        // Every box but a nearly square one is too long on one side: most are rejected, and after ten the whole image is kept.
        Assert.All(Draws(1).Take(1000), draw => Assert.True(draw.Box is { Height: >= 31, Width: >= 31 }, draw.Box.ToString()));
    }

    /// <summary>Boxes of each length begin at each of the places that they fit in equally often.</summary>
    private static void AssertPlaces(IEnumerable<KeyValuePair<(int Length, int Start), int>> counts)
    {
        var lengths = counts.GroupBy(pair => pair.Key.Length, pair => (pair.Key.Start, Count: (long)pair.Value)).ToArray();
        ChiSquare.AssertFits(
            lengths.SelectMany(length =>
            {
                var (places, total) = (Side - length.Key + 1, length.Sum(place => place.Count));
                var observed = length.ToDictionary(place => place.Start, place => place.Count);
                Assert.All(observed.Keys, start => Assert.InRange(start, 0, places - 1));
                return Enumerable.Range(0, places).Select(start => (observed.GetValueOrDefault(start), (double)total / places));
            }),
            constraints: lengths.Length);
    }

    private static IEnumerable<ViewDraw> Draws(double scaleMin)
    {
        var spec = new ViewSpec { CropScaleMin = scaleMin };
        return Enumerable.Range(0, N).Select(sample => ViewDraw.Of(spec, new ViewKey(Seed: 1, Epoch: 2, View: 0), sample, ImageSet.Width));
    }

    /// <summary>Every box that fits and the area of its cell in the region.</summary>
    private static (int Width, int Height, double Area)[] Boxes(double scaleMin)
    {
        const int strips = 500;
        var sides = Enumerable.Range(1, Side);
        return [.. from width in sides from height in sides select (width, height, Area(width, height))];

        double Area(int width, int height) => Enumerable.Range(0, strips).Sum(strip =>
        {
            var a = width - 0.5 + ((strip + 0.5) / strips);
            var low = Math.Max(height - 0.5, Math.Max(Side * Side * scaleMin / a, a * 3 / 4));
            var high = Math.Min(height + 0.5, Math.Min(Side * Side / a, a * 4 / 3));
            return Math.Max(0, high - low) / strips;
        });
    }
}
