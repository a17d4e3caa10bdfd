using System.Globalization;
using SimXir.Method;
using SimXir.Store;

namespace SimXir.Worker;

/// <summary>Datasets of a store as files of this machine: brought here once, however many processes and slots ask.</summary>
internal sealed class StoreCache(DatasetStore store, string folder, TimeProvider time)
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(0.5);

    /// <summary>The data folder with the dataset in it.</summary>
    /// <exception cref="DatasetException">The folder cannot be written.</exception>
    public async Task<string> BringAsync(StoredDataset dataset, CancellationToken cancellation)
    {
        var home = Path.Combine(folder, "datasets", dataset.Fingerprint);
        try
        {
            if (!Directory.Exists(home)) await BringAsync(dataset, home, cancellation);
            return home;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new DatasetException(string.Create(CultureInfo.InvariantCulture,
                $"dataset '{dataset.Id}' is in the store, and its {dataset.Files.Values.Sum(part => part.Bytes)} bytes could not be brought to '{home}' ({fault.Message.TrimEnd('.')}); make room there, or name another folder with {DatasetCacheFolder.Variable}"), fault);
        }
    }

    /// <summary>One process writes beside the place, and renames; the others wait for it. What a killed one left is written anew.</summary>
    private async Task BringAsync(StoredDataset dataset, string home, CancellationToken cancellation)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(home)!);
        await using var turn = await TurnAsync(home + ".lock", cancellation);
        if (Directory.Exists(home)) return;
        var half = home + ".half";
        if (Directory.Exists(half)) Directory.Delete(half, recursive: true);
        await store.FetchAsync(dataset, Path.Combine(half, dataset.Folder), cancellation);
        Datasets.Unpack(dataset.Id, Path.Combine(half, dataset.Folder));
        Directory.Move(half, home);
    }

    private async Task<FileStream> TurnAsync(string path, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(LookAgain, time, cancellation); // another process brings it now
            }
        }
    }
}
