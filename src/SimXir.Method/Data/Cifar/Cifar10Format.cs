using System.Collections.Immutable;

namespace SimXir.Method;

/// <summary>CIFAR-10, binary version. The official archive has five training batches; those that are there are read.</summary>
internal sealed class Cifar10Format : DatasetFormat
{
    public override string Name => "cifar10";

    public override ImmutableArray<string> Folders { get; } = ["cifar-10-batches-bin"];

    public override string Contents => "data_batch_1.bin to data_batch_5.bin (at least one of them) and test_batch.bin";

    public override string Cure => "get https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz and unpack it there, as 'simxir data fetch cifar10 --data DIR' does";

    public override ImmutableArray<OfficialFile> Downloads { get; } =
    [
        CifarRecords.Archive("cifar-10-binary.tar.gz", 170_052_171, "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd",
            [.. Enumerable.Range(1, 5).Select(number => BatchOf($"data_batch_{number}.bin")), BatchOf("test_batch.bin")]),
    ];

    public override ImmutableArray<DataFile> Locate(DataFolder folder, bool train)
    {
        if (!train) return [folder.Require("test_batch.bin")];
        var found = Enumerable.Range(1, 5).Select(number => folder.Find($"data_batch_{number}.bin"));
        ImmutableArray<DataFile> batches = [.. found.OfType<DataFile>()];
        return batches.IsEmpty ? throw folder.Missing("data_batch_1.bin to data_batch_5.bin") : batches;
    }

    public override ImageSet Read(ImmutableArray<DataFile> split, int classes) => CifarRecords.Read(split, labelBytes: 1, classes);

    private static OfficialEntry BatchOf(string name) => new($"cifar-10-batches-bin/{name}", 10_000 * (1 + ImageSet.ImageSize));
}
