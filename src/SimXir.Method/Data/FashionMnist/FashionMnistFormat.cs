using System.Collections.Immutable;

namespace SimXir.Method;

/// <summary>Fashion-MNIST in its official files, gzipped or unpacked.</summary>
internal class FashionMnistFormat : DatasetFormat
{
    public override string Name => "fashion-mnist";

    public override ImmutableArray<string> Folders { get; } = ["fashion-mnist"];

    public override string Contents =>
        "train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte and t10k-labels-idx1-ubyte, each with .gz or without";

    public override string Cure =>
        "install Debian's dataset-fashion-mnist and use --data /usr/share/datasets, "
        + "or get the files from https://github.com/zalandoresearch/fashion-mnist";

    public sealed override ImmutableArray<DataFile> Locate(DataFolder folder, bool train)
    {
        var split = train ? "train" : "t10k";
        return [Either(folder, $"{split}-images-idx3-ubyte"), Either(folder, $"{split}-labels-idx1-ubyte")];
    }

    public sealed override ImageSet Read(ImmutableArray<DataFile> split, int classes) => GrayImages.Read(split[0], split[1], classes);

    private static DataFile Either(DataFolder folder, string name) => folder.Require($"{name}.gz", name);
}
