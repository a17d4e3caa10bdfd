using System.Security.Cryptography;
using SimXir.Experiments;

namespace SimXir.Method.Tests;

/// <summary>Every reader on real files; the hashes of the test images (N, 3, H, W) and labels were computed by a Python script of its
/// own.</summary>
public sealed class SharedDataTests
{
    [Theory]
    [InlineData("cifar10", 800, 200, "b83d3bed")]
    [InlineData("cifar100", 80, 20, "728d2f69")]
    [InlineData("svhn", 0, 0, "dc3f4380")]
    public void Check_SharedFiles_FindsTheirImages(string name, int trainPerClass, int testPerClass, string hash)
    {
        var datasets = new Datasets(SharedFolder.Require("data"));
        var check = datasets.Check(DatasetId.Parse(name));
        Assert.Equal((8000, 2000), (check.Train.Count, check.Test.Count));
        if (trainPerClass > 0)
        {
            Assert.All(check.Train.PerClass, count => Assert.Equal(trainPerClass, count));
            Assert.All(check.Test.PerClass, count => Assert.Equal(testPerClass, count));
        }

        var dataset = datasets.Load(DatasetId.Parse(name));
        Assert.Equal(check.Fingerprint, dataset.Fingerprint);
        byte[] test = [.. dataset.Test.Pixels, .. dataset.Test.Labels.Select(label => (byte)label)];
        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(test))[..8]);
    }

    [Fact]
    public void Sample_Always_HoldsFourThousandBalancedImages()
    {
        var check = new Datasets(dataFolder: null).Check(DatasetId.Parse("fashion-mnist-sample"));
        Assert.Equal((3000, 1000), (check.Train.Count, check.Test.Count));
        Assert.All(check.Train.PerClass, count => Assert.Equal(300, count));
        Assert.All(check.Test.PerClass, count => Assert.Equal(100, count));
        Assert.InRange(check.Files.Sum(file => file.LengthBytes), 1, 2_000_000);
    }

    /// <summary>The sample is the first of each class, in file order, of the whole dataset where Debian's package is installed.</summary>
    [Fact]
    public void Sample_AgainstWholeDataset_IsTheFirstOfEachClass()
    {
        const string debian = "/usr/share/datasets";
        Assert.SkipUnless(Directory.Exists(Path.Combine(debian, "fashion-mnist")), "needs Debian's package dataset-fashion-mnist");
        var whole = new Datasets(debian).Load(DatasetId.Parse("fashion-mnist"));
        Assert.Equal((60_000, 10_000), (whole.Train.Count, whole.Test.Count));
        var sample = new Datasets(null).Load(DatasetId.Parse("fashion-mnist-sample"));
        AssertIsFirst(whole.Train, sample.Train, 300);
        AssertIsFirst(whole.Test, sample.Test, 100);
    }

    private static void AssertIsFirst(ImageSet whole, ImageSet sample, int perClass)
    {
        var taken = new int[whole.Classes];
        var first = whole.Take([.. Enumerable.Range(0, whole.Count).Where(image => taken[whole.Labels[image]]++ < perClass)]);
        Assert.Equal(first.Labels, sample.Labels);
        Assert.True(first.Pixels.AsSpan().SequenceEqual(sample.Pixels));
    }
}
