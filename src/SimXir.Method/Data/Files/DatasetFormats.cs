using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>The format of each dataset of the catalog.</summary>
internal static class DatasetFormats
{
    private static readonly Dictionary<string, DatasetFormat> All = new(StringComparer.Ordinal)
    {
        ["cifar10"] = new Cifar10Format(),
        ["cifar100"] = new Cifar100Format(),
        ["fashion-mnist"] = new FashionMnistFormat(),
        ["fashion-mnist-sample"] = new FashionMnistSampleFormat(),
        ["svhn"] = new SvhnFormat(),
    };

    public static DatasetFormat Of(DatasetId id) => All.TryGetValue(id.Name, out var format)
        ? format
        : throw new InvalidOperationException($"the catalog lists dataset '{id}', but no reader is registered for it");
}
