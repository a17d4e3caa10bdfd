using SimXir.Experiments;
using SimXir.Method;
using SimXir.Store;
using SimXir.Worker;

namespace SimXir.Host;

/// <summary>Puts a dataset of a data folder into a store, from where each machine that needs it takes it once.</summary>
public static class DatasetPush
{
    /// <summary>What was pushed, and what it is called there; files that are in the store already are read and mended.</summary>
    /// <exception cref="DatasetException">It is not in the data folder, is damaged there, or ships with the program.</exception>
    public static async Task<DatasetListing> PushAsync(DatasetId id, string? dataFolder, IObjectStore store, CancellationToken cancellation)
    {
        var datasets = new Datasets(dataFolder);
        if (id.Info.Folder is null) throw new DatasetException($"'{id}' ships with the program: every worker has it, and no store needs it");
        datasets.Check(id); // a broken dataset would break every worker
        var listing = datasets.List(id)!;
        await new DatasetStore(store).PushAsync(DatasetSupply.Stored(listing), file => datasets.Open(id, file), checkExisting: true, cancellation);
        return listing;
    }
}
