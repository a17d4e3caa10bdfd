using SimXir.Experiments;

namespace SimXir.Method.Tests;

public sealed class FashionMnistTests : IDisposable
{
    private const int Count = 12;
    private readonly TemporaryFolder _folder = new();
    private readonly byte[] _images, _labels;

    public FashionMnistTests()
    {
        (_images, _labels) = IdxFiles.Random(Count);
        Write("t10k", _images, _labels);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Load_GzippedOrNot_PadsAndRepeatsTheGrayChannel(bool gzipped)
    {
        if (gzipped) Write("train", IdxFiles.Gzip(_images), IdxFiles.Gzip(_labels), ".gz");
        else Write("train", _images, _labels);
        var train = Load().Train;

        Assert.Equal(Count, train.Count);
        Assert.Equal(Enumerable.Range(0, Count).Select(i => i % 10), train.Labels);
        for (var i = 0; i < train.Pixels.Length; i++)
        {
            var (image, row, column) = (i / 3072, i % 1024 / 32, i % 32);
            var inside = row is >= 2 and < 30 && column is >= 2 and < 30;
            Assert.Equal(inside ? _images[16 + (image * 784) + ((row - 2) * 28) + column - 2] : 0, train.Pixels[i]);
        }
    }

    [Fact]
    public void Load_OtherMagic_IsRefused() => AssertRefused(
        IdxFiles.Bytes([Count, 28, 28], _images[16..], magic: 0x00000D03),
        _labels,
        "starts with 0x00000D03; expected is 0x00000803, IDX bytes of rank 3");

    [Fact]
    public void Load_LabelsInPlaceOfImages_IsRefused() => AssertRefused(
        _labels, _labels, "starts with 0x00000801; expected is 0x00000803, IDX bytes of rank 3");

    [Fact]
    public void Load_ImagesOfAnotherSize_IsRefused() => AssertRefused(
        IdxFiles.Bytes([3, 56, 56], _images[16..]), _labels, "holds images of 56 x 56 pixels; expected are 28 x 28");

    [Fact]
    public void Load_OtherNumberOfLabels_IsRefused() => AssertRefused(
        _images, IdxFiles.Bytes([Count - 1], _labels[9..]), "holds 11 labels, but '");

    [Fact]
    public void Load_LabelOutOfRange_IsRefused()
    {
        _labels[8 + 7] = 10;
        AssertRefused(_images, _labels, "has label 10 at image 7; expected are 0 to 9");
    }

    [Fact]
    public void Load_NoImages_IsRefused() => AssertRefused(IdxFiles.Bytes([0, 28, 28], []), IdxFiles.Bytes([0], []), "holds no image");

    [Fact]
    public void Load_BytesLeftOver_IsRefused() => AssertRefused(
        [.. _images, 0], _labels, $"has {(Count * 784) + 1} bytes of values, but announces {Count} x 28 x 28");

    [Fact]
    public void Load_BytesLeftOverInGzip_IsRefused() => AssertRefused(
        IdxFiles.Gzip([.. _images, 0]), _labels, "goes on after the data that it announces");

    [Fact]
    public void Load_HostileCountInGzip_IsRefusedWithoutAllocating()
    {
        var hostile = IdxFiles.Gzip(IdxFiles.Bytes([int.MaxValue, 28, 28], _images[16..]));
        Write("train", hostile, _labels);
        _ = Assert.Throws<DatasetException>(Load);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var fault = Assert.Throws<DatasetException>(Load);
        Assert.Contains("announces 2147483647 bytes of data in", fault.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    [Fact]
    public void Load_GzipBomb_IsRefused() => AssertRefused(
        IdxFiles.Gzip(IdxFiles.Bytes([100_000, 28, 28], new byte[100_000 * 784])), _labels, "compressed ones, which no image file does");

    [Fact]
    public void Load_TruncatedAtAnyLength_IsRefused()
    {
        var gzip = IdxFiles.Gzip(_images);
        for (var length = 0; length < gzip.Length; length += length < 64 ? 1 : 97) AssertRefused(gzip[..length], _labels, "'");
        for (var length = 0; length < _images.Length; length += length < 64 ? 1 : 97) AssertRefused(_images[..length], _labels, "'");
    }

    [Fact]
    public void Load_AnyByteChanged_GivesImagesOrOneClearError()
    {
        var gzip = IdxFiles.Gzip(_images);
        Mutation.Try<DatasetException>(seed: 1, rounds: 400, gzip, hostile => Load(hostile, _labels), factor: 110);
        Mutation.Try<DatasetException>(seed: 2, rounds: 400, _images, hostile => Load(hostile, _labels), factor: 110);
        Mutation.Try<DatasetException>(seed: 3, rounds: 200, _labels, hostile => Load(_images, hostile), factor: 110);
    }

    public void Dispose() => _folder.Dispose();

    private void Write(string split, byte[] images, byte[] labels, string extension = "")
    {
        _folder.Write($"fashion-mnist/{split}-images-idx3-ubyte{extension}", images);
        _folder.Write($"fashion-mnist/{split}-labels-idx1-ubyte{extension}", labels);
    }

    private void Load(byte[] images, byte[] labels)
    {
        Write("train", images, labels);
        Load();
    }

    private Dataset Load() => new Datasets(_folder.Path).Load(DatasetId.Parse("fashion-mnist"));

    private void AssertRefused(byte[] images, byte[] labels, string finding)
    {
        var fault = Assert.Throws<DatasetException>(() => Load(images, labels));
        Assert.Contains(finding, fault.Message, StringComparison.Ordinal);
        Assert.Contains("; install Debian's dataset-fashion-mnist", fault.Message, StringComparison.Ordinal);
    }
}
