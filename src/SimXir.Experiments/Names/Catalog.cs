using System.Collections.Immutable;

namespace SimXir.Experiments;

/// <summary>The datasets and methods that a spec may name: one line each. Folders of images need none: see <see cref="DatasetId"/>.</summary>
public static class Catalog
{
    public static ImmutableSortedDictionary<string, DatasetInfo> Datasets { get; } = ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
        new DatasetInfo[]
        {
            new("cifar10", "CIFAR-10", Classes: 10, Folder: "cifar-10-batches-bin", IsFetched: true),
            new("cifar100", "CIFAR-100", Classes: 100, Folder: "cifar-100-binary", IsFetched: true),
            new("fashion-mnist", "Fashion-MNIST", Classes: 10, Folder: "fashion-mnist"),
            new("fashion-mnist-sample", "Fashion-MNIST sample", Classes: 10, Folder: null),
            new("svhn", "SVHN", Classes: 10, Folder: "svhn", IsFetched: true),
        }.Select(info => KeyValuePair.Create(info.Name, info)));

    /// <summary>In the order in which specs are written. What else belongs to a method stands in its folder, <c>src/SimXir.Method/Methods/…</c>.</summary>
    public static ImmutableArray<MethodInfo> MethodLines { get; } =
    [
        new("moco", "MoCo", new MocoSpec()),
        new("simclr", "SimCLR", new SimClrSpec()),
        new("byol", "BYOL", new ByolSpec()),
        new("simsiam", "SimSiam", new SimSiamSpec()),
        new("barlowtwins", "Barlow Twins", new BarlowTwinsSpec()),
    ];

    public static ImmutableSortedDictionary<string, MethodInfo> Methods { get; } =
        MethodLines.ToImmutableSortedDictionary(info => info.Name, info => info, StringComparer.Ordinal);
}
