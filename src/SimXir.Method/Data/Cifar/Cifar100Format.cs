using System.Collections.Immutable;

namespace SimXir.Method;

/// <summary>CIFAR-100, binary version: a coarse label of 20, which is not used, and a fine label of 100.</summary>
internal sealed class Cifar100Format : DatasetFormat
{
    public override ImmutableArray<string> Folders { get; } = ["cifar-100-binary"];

    public override string Contents => "train.bin and test.bin";

    public override string Cure => "get https://www.cs.toronto.edu/~kriz/cifar-100-binary.tar.gz and unpack it there";

    public override ImmutableArray<DataFile> Locate(DataFolder folder, bool train) => [folder.Require(train ? "train.bin" : "test.bin")];

    public override ImageSet Read(ImmutableArray<DataFile> split, int classes) => CifarRecords.Read(split, labelBytes: 2, classes);
}
