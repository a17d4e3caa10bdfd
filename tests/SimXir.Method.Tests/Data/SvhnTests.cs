using SimXir.Experiments;

namespace SimXir.Method.Tests;

public sealed class SvhnTests : IDisposable
{
    private static readonly ImageSet Train = RandomImages.Of(6, seed: 1), Test = RandomImages.Of(3, seed: 2);
    private readonly TemporaryFolder _folder = new();

    public SvhnTests() => _folder.Write("svhn/test_32x32.mat", MatFiles.Svhn(Test));

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(false, true, false)]
    [InlineData(true, false, true)]
    [InlineData(true, true, true)]
    [InlineData(false, false, true)]
    public void Load_EveryLayout_GivesTheSameImages(bool bigEndian, bool compressed, bool doubleLabels)
    {
        _folder.Write("svhn/train_32x32.mat", MatFiles.Svhn(Train, bigEndian, compressed, doubleLabels));
        var dataset = Load();
        Assert.Equal(Train.Pixels, dataset.Train.Pixels);
        Assert.Equal(Train.Labels, dataset.Train.Labels);
        Assert.Equal(Test.Pixels, dataset.Test.Pixels);
    }

    [Fact]
    public void Load_LabelsFirstAndOtherVariables_AreSkipped()
    {
        var file = new MatFiles();
        _folder.Write("svhn/train_32x32.mat", file
            .Raw(file.Element(6, [1, 2, 3, 4, 5, 6, 7, 8]))
            .Variable("note", 4, [1, 2], 4, [65, 0, 66, 0])
            .Variable("y", 6, [6, 1], 2, Digits(Train))
            .Variable("X", 9, [32, 32, 3, 6], 2, MatFiles.ByColumns(Train)).ToArray());
        Assert.Equal(Train.Labels, Load().Train.Labels);
    }

    [Fact]
    public void Load_OneImageWithoutLastDimension_IsRead()
    {
        var one = Train.Take([2]);
        _folder.Write("svhn/train_32x32.mat", new MatFiles()
            .Variable("X", 9, [32, 32, 3], 2, MatFiles.ByColumns(one)).Variable("y", 9, [1, 1], 2, Digits(one)).ToArray());
        Assert.Equal(one.Pixels, Load().Train.Pixels);
    }

    [Fact]
    public void Load_StandInFolder_IsTakenWhereSvhnIsAbsent()
    {
        Directory.Move(Path.Combine(_folder.Path, "svhn"), Path.Combine(_folder.Path, "svhn-like"));
        _folder.Write("svhn-like/train_32x32.mat", MatFiles.Svhn(Train));
        Assert.Equal(Train.Labels, Load().Train.Labels);
    }

    [Fact]
    public void Load_WithoutX_NamesTheVariablesThatAreThere() => AssertRefused(
        new MatFiles().Variable("images", 9, [1, 1], 2, [1]).Variable("y", 9, [1, 1], 2, [1]).ToArray(),
        "has no variable X; it holds images, y");

    [Fact]
    public void Load_WithoutAnyVariable_SaysSo() => AssertRefused(new MatFiles().ToArray(), "has no variable X; it holds no variable");

    [Fact]
    public void Load_XOfAnotherShape_IsRefused() => AssertRefused(
        new MatFiles().Variable("X", 9, [28, 28, 1, 2], 2, new byte[1568]).Variable("y", 9, [2, 1], 2, [1, 2]).ToArray(),
        "has X of UInt8 [28, 28, 1, 2]; expected is UInt8 [32, 32, 3, N]");

    [Fact]
    public void Load_OtherNumberOfLabels_IsRefused() => AssertRefused(
        new MatFiles()
            .Variable("X", 9, [32, 32, 3, 6], 2, MatFiles.ByColumns(Train))
            .Variable("y", 9, [5, 1], 2, [1, 2, 3, 4, 5]).ToArray(),
        "has 5 labels in y, but 6 images in X");

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public void Load_DigitOutOfRange_IsRefused(byte digit) => AssertRefused(
        new MatFiles().Variable("X", 9, [32, 32, 3], 2, MatFiles.ByColumns(Train.Take([0]))).Variable("y", 9, [1, 1], 2, [digit]).ToArray(),
        $"has {digit} in y at image 0; expected are 1 to 9, and 10 for the digit 0");

    [Fact]
    public void Load_ShapeBeyondItsData_IsRefused() => AssertRefused(
        new MatFiles().Variable("X", 9, [32, 32, 3, int.MaxValue], 2, new byte[3072]).ToArray(),
        "has 3072 bytes for X; its shape [32, 32, 3, 2147483647] needs 6597069763584 x 1");

    [Fact]
    public void Load_ElementLongerThanTheFile_IsRefused()
    {
        var file = new MatFiles();
        AssertRefused(
            file.Raw([.. file.Word(14), .. file.Word(-1), 1, 2, 3]).ToArray(),
            "announces a data element of 4294967295 bytes (Matrix) where 3 are left");
    }

    [Fact]
    public void Load_CompressedBomb_IsRefusedWithoutUnpacking()
    {
        var file = new MatFiles();
        AssertRefused(
            file.Raw(file.Packed([.. file.Word(14), .. file.Word(int.MaxValue), 0, 0, 0])).ToArray(),
            "announces 2147483647 bytes of data in");
    }

    [Fact]
    public void Load_CompressedInCompressed_IsRefused()
    {
        var file = new MatFiles();
        AssertRefused(file.Raw(file.Packed(file.Packed(new byte[64]))).ToArray(), "has a compressed Compressed; expected is a Matrix");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(512)]
    public void Load_Version73_IsRefusedByNameWithTheCure(int signatureAt)
    {
        byte[] file = [.. new byte[signatureAt], 0x89, (byte)'H', (byte)'D', (byte)'F', 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[200]];
        AssertRefused(
            file,
            "is a MAT-file of version 7.3 (HDF5); expected is version 5, which the official files have: "
            + "save it in MATLAB with -v7, or replace it");
    }

    [Fact]
    public void Load_Version73Header_IsRefusedByName()
    {
        var file = MatFiles.Svhn(Train);
        file[125] = 2;
        AssertRefused(file, "is a MAT-file of version 7.3 (HDF5)");
    }

    [Fact]
    public void Load_NoMatFile_IsRefused() => AssertRefused(
        new byte[500],
        "is no MAT-file of version 5: bytes 126 and 127 are neither 'IM' nor 'MI'");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Load_TruncatedAtAnyLength_IsRefused(bool compressed)
    {
        var whole = MatFiles.Svhn(Train, compressed: compressed);
        // The padding after the last element does not count.
        for (var length = 0; length < whole.Length - 8; length += length < 256 || length > whole.Length - 256 ? 1 : 251)
            AssertRefused(whole[..length], "'");
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Load_AnyByteChanged_GivesImagesOrOneClearError(bool compressed, bool bigEndian) => Mutation.Try<DatasetException>(
        seed: 4,
        rounds: 200,
        MatFiles.Svhn(Train.Take([0, 1]), bigEndian, compressed),
        hostile =>
        {
            _folder.Write("svhn/train_32x32.mat", hostile);
            Load();
        },
        factor: 110);

    public void Dispose() => _folder.Dispose();

    private static byte[] Digits(ImageSet images) => [.. images.Labels.Select(label => (byte)(label == 0 ? 10 : label))];

    private Dataset Load() => new Datasets(_folder.Path).Load(DatasetId.Parse("svhn"));

    private void AssertRefused(byte[] train, string finding)
    {
        var path = _folder.Write("svhn/train_32x32.mat", train);
        var fault = Assert.Throws<DatasetException>(Load);
        Assert.StartsWith($"'{path}' ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(finding, fault.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            "; get the cropped digits, format 2, from http://ufldl.stanford.edu/housenumbers/ and put them there",
            fault.Message,
            StringComparison.Ordinal);
    }
}
