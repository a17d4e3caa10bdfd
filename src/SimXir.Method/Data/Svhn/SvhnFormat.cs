using System.Collections.Immutable;

namespace SimXir.Method;

/// <summary>SVHN, cropped digits: <c>X</c>, uint8 [32, 32, 3, N] by columns, and <c>y</c>, [N, 1] of 1 to 10, where 10 stands for the
/// digit 0.</summary>
/// <remarks>Besides the official folder <c>svhn</c> it takes <c>svhn-like</c>: the project's test data has house numbers that were
/// rendered, not photographed, in SVHN's format under that name.</remarks>
internal sealed class SvhnFormat : DatasetFormat
{
    private const int Zero = 10;
    private const int Side = ImageSet.Width;

    public override string Name => "svhn";

    public override ImmutableArray<string> Folders { get; } = ["svhn", "svhn-like"];

    public override string Contents => "train_32x32.mat and test_32x32.mat";

    public override string Cure => "get the cropped digits, format 2, from http://ufldl.stanford.edu/housenumbers/ and put them there";

    public override ImmutableArray<OfficialFile> Downloads { get; } =
    [
        Download("train_32x32.mat", 182_040_794, "435e94d69a87fde4fd4d7f3dd208dfc32cb6ae8af2240d066de1df7508d083b8"),
        Download("test_32x32.mat", 64_275_384, "cdce80dfb2a2c4c6160906d0bd7c68ec5a99d7ca4831afa54f09182025b6a75b"),
    ];

    public override ImmutableArray<DataFile> Locate(DataFolder folder, bool train) =>
        [folder.Require(train ? "train_32x32.mat" : "test_32x32.mat")];

    public override ImageSet Read(ImmutableArray<DataFile> split, int classes)
    {
        var file = split[0];
        var variables = MatFile.Read(file, "X", "y");
        var (images, digits) = (variables[0], variables[1]);
        var count = CountImages(images, file);
        if (digits.Count != count) throw file.Fault($"has {digits.Count} labels in y, but {count} images in X");

        var (pixels, labels) = ImageBuffer.For(count, file);
        for (var image = 0; image < count; image++)
        {
            labels[image] = Label(digits.ValueAt(image, file), image, file);
            Transpose(images.Data.Span.Slice(image * ImageSet.ImageSize, ImageSet.ImageSize), pixels.AsSpan(image * ImageSet.ImageSize));
        }

        return new ImageSet(pixels, labels, classes);
    }

    private static OfficialFile Download(string name, long bytes, string sha256) => new(new Uri($"http://ufldl.stanford.edu/housenumbers/{name}"), bytes, sha256, []);

    private static long CountImages(MatVariable images, DataFile file)
    {
        // MATLAB drops a last dimension of 1.
        var isShape = images.Dimensions is [Side, Side, ImageSet.Channels] or [Side, Side, ImageSet.Channels, _];
        if (!isShape || images.Class != MatClass.UInt8 || images.Type != MatType.UInt8)
            throw file.Fault($"has X of {images.Class} [{string.Join(", ", images.Dimensions)}]; expected is UInt8 [32, 32, 3, N]");
        return images.Count / ImageSet.ImageSize;
    }

    private static int Label(double digit, int image, DataFile file) => digit is >= 1 and <= Zero && digit == Math.Floor(digit)
        ? (int)digit % Zero
        : throw file.Fault(FormattableString.Invariant($"has {digit} in y at image {image}; expected are 1 to 9, and 10 for the digit 0"));

    /// <summary>Three planes by columns to three planes by rows.</summary>
    private static void Transpose(ReadOnlySpan<byte> columns, Span<byte> rows)
    {
        for (var channel = 0; channel < ImageSet.ImageSize; channel += Side * Side)
            for (var row = 0; row < Side; row++)
                for (var column = 0; column < Side; column++)
                    rows[channel + (row * Side) + column] = columns[channel + (column * Side) + row];
    }
}
