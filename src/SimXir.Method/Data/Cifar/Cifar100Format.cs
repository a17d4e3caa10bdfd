using System.Collections.Immutable;

namespace SimXir.Method;

/// <summary>CIFAR-100, binary version: a coarse label of 20, which is not used, and a fine label of 100.</summary>
internal sealed class Cifar100Format : DatasetFormat
{
    public override string Name => "cifar100";

    public override ImmutableArray<string> Folders { get; } = ["cifar-100-binary"];

    public override string Contents => "train.bin and test.bin";

    public override string Cure => "get https://www.cs.toronto.edu/~kriz/cifar-100-binary.tar.gz and unpack it there, as 'simxir data fetch cifar100 --data DIR' does";

    public override ImmutableArray<OfficialFile> Downloads { get; } =
    [
        CifarRecords.Archive("cifar-100-binary.tar.gz", 168_513_733, "58a81ae192c23a4be8b1804d68e518ed807d710a4eb253b1f2a199162a40d8ec",
            [new("cifar-100-binary/train.bin", 50_000 * (2 + ImageSet.ImageSize)), new("cifar-100-binary/test.bin", 10_000 * (2 + ImageSet.ImageSize))]),
    ];

    public override ImmutableArray<DataFile> Locate(DataFolder folder, bool train) => [folder.Require(train ? "train.bin" : "test.bin")];

    public override ImageSet Read(ImmutableArray<DataFile> split, int classes) => CifarRecords.Read(split, labelBytes: 2, classes);
}
