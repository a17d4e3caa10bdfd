using SimXir.Experiments;
using SimXir.Method;

namespace SimXir.Host;

/// <summary>The datasets whose authors publish files that anybody may fetch.</summary>
/// <remarks>Beside the SHA-256 that is checked here, the MD5 sums by which their authors and torchvision name them: CIFAR-10
/// c32a1d4ab5d03f1284b67883e8d87530, CIFAR-100 03b5dce01913d631647c71ecec9e9cb8, SVHN train e26dedcc434d2e4c54c9b2d4a06d8373, test eb5a983be6a315427106f1b164d9cef3.</remarks>
public static class OfficialDatasets
{
    public static IEnumerable<DatasetId> Known => Catalog.Datasets.Keys.Select(DatasetId.Parse).Where(id => !Datasets.DownloadsOf(id).IsEmpty);

    /// <exception cref="FetchException">It is not published as files that anybody may fetch, or it ships with the program.</exception>
    public static OfficialDataset Of(DatasetId id)
    {
        if (id.IsImageFolder) throw new FetchException($"'{id}' is a folder of images of your own; nobody publishes it");
        return Datasets.DownloadsOf(id) is { IsEmpty: false } files
            ? new OfficialDataset(id, id.Info.Folder!, files)
            : throw new FetchException($"'{id}' cannot be fetched; what can is {string.Join(", ", Known)} (fashion-mnist: apt install dataset-fashion-mnist; fashion-mnist-sample ships with the program)");
    }
}
