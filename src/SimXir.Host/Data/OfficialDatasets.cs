using System.Collections.Immutable;
using SimXir.Experiments;

namespace SimXir.Host;

/// <summary>Where the paper's datasets are published, with their sizes and checksums.</summary>
/// <remarks>Beside the SHA-256 that is checked here, the MD5 sums by which their authors and torchvision name them: CIFAR-10
/// c32a1d4ab5d03f1284b67883e8d87530, CIFAR-100 03b5dce01913d631647c71ecec9e9cb8, SVHN train e26dedcc434d2e4c54c9b2d4a06d8373, test eb5a983be6a315427106f1b164d9cef3.</remarks>
public static class OfficialDatasets
{
    private const long Cifar10BatchBytes = 10_000 * 3073;
    private const long Cifar100ImageBytes = 3074;

    private static readonly ImmutableArray<OfficialDataset> All =
    [
        Cifar("cifar10", "cifar-10-batches-bin", "cifar-10-binary.tar.gz", 170_052_171, "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd",
            [.. Enumerable.Range(1, 5).Select(number => ($"data_batch_{number}.bin", Cifar10BatchBytes)), ("test_batch.bin", Cifar10BatchBytes)]),
        Cifar("cifar100", "cifar-100-binary", "cifar-100-binary.tar.gz", 168_513_733, "58a81ae192c23a4be8b1804d68e518ed807d710a4eb253b1f2a199162a40d8ec",
            [("train.bin", 50_000 * Cifar100ImageBytes), ("test.bin", 10_000 * Cifar100ImageBytes)]),
        new(DatasetId.Parse("svhn"), "svhn",
        [
            Svhn("train_32x32.mat", 182_040_794, "435e94d69a87fde4fd4d7f3dd208dfc32cb6ae8af2240d066de1df7508d083b8"),
            Svhn("test_32x32.mat", 64_275_384, "cdce80dfb2a2c4c6160906d0bd7c68ec5a99d7ca4831afa54f09182025b6a75b"),
        ]),
    ];

    public static IEnumerable<DatasetId> Known => All.Select(dataset => dataset.Id);

    /// <exception cref="FetchException">It is not published as files that anybody may fetch, or it ships with the program.</exception>
    public static OfficialDataset Of(DatasetId id) => All.FirstOrDefault(dataset => dataset.Id == id)
        ?? throw new FetchException($"'{id}' cannot be fetched; what can is {string.Join(", ", Known)} (fashion-mnist: apt install dataset-fashion-mnist; fashion-mnist-sample ships with the program)");

    private static OfficialDataset Cifar(string id, string folder, string archive, long bytes, string sha256, (string Name, long Bytes)[] files) =>
        new(DatasetId.Parse(id), folder,
            [new(new Uri($"https://www.cs.toronto.edu/~kriz/{archive}"), bytes, sha256, [.. files.Select(file => new OfficialEntry($"{folder}/{file.Name}", file.Bytes))])]);

    private static OfficialFile Svhn(string name, long bytes, string sha256) => new(new Uri($"http://ufldl.stanford.edu/housenumbers/{name}"), bytes, sha256, []);
}
