namespace SimXir.Method.Tests;

public sealed class MatFuzzTests
{
    /// <summary>What compressed data may unpack to, and ten times more for reading it.</summary>
    private const int Factor = 110;

    private static readonly ImageSet One = RandomImages.Of(1, seed: 3);

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Read_CutOffAtAnyByte_IsRefused(bool compressed, bool bigEndian)
    {
        var whole = MatFiles.Svhn(One, bigEndian, compressed, doubleLabels: true);
        Mutation.Truncate<DatasetException>(whole, Read, Factor);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Read_AnyBytesChanged_GivesImagesOrOneClearError(bool compressed, bool bigEndian) =>
        Mutation.Try<DatasetException>(seed: 11, rounds: 2000, MatFiles.Svhn(One, bigEndian, compressed), Read, Factor);

    [Fact]
    public void Read_NamesThatAreNoNames_AreShownOnOneLine()
    {
        var file = new MatFiles();
        for (var i = 0; i < 20; i++) file.Variable($"a\nb{new string('c', 200)}", 9, [1, 1], 2, [1]);
        Assert.False(Mutation.Hold<DatasetException>(file.ToArray(), Read, Factor, "the file"));
    }

    /// <summary>Each of them by itself is small enough to pass.</summary>
    [Fact]
    public void Read_ManyBombs_AreRefusedTogether()
    {
        var file = new MatFiles(compressed: true);
        for (var i = 0; i < 20; i++) file.Variable($"a{i}", 9, [1, 1_000_000], 2, new byte[1_000_000]);
        var fault = Assert.Throws<DatasetException>(() => Read(file.ToArray()));
        Assert.Contains(" compressed ones, which no image file does", fault.Message, StringComparison.Ordinal);
    }

    private static void Read(byte[] content) =>
        new SvhnFormat().Read([new DataFile("train_32x32.mat", "train_32x32.mat", "replace it", () => new MemoryStream(content), file => file.ComputeSha256())], classes: 10);
}
