using System.Security.Cryptography;
using SimXir.Experiments;

namespace SimXir.Store;

/// <summary>Datasets in a store: pushed once by whoever has them, fetched by each machine that trains.</summary>
public sealed class DatasetStore(IObjectStore store)
{
    private const int BufferBytes = 1024 * 1024;

    /// <summary>The dataset of a fingerprint, or null where it was never pushed whole. Throws <see cref="CorruptRecordException"/>.</summary>
    public async Task<StoredDataset?> FindAsync(string fingerprint, CancellationToken cancellation = default)
    {
        var name = DatasetNames.IndexOf(fingerprint);
        return await store.ReadAsync(name, cancellation) is { } found
            ? JsonRecords.Parse<StoredDataset>(found, store, name, dataset => dataset is { Files.Count: > 0, Folder.Length: > 0 } && dataset.Fingerprint == fingerprint)
            : null;
    }

    /// <summary>What was pushed last under a name, or null.</summary>
    public async Task<StoredDataset?> FindNewestAsync(DatasetId id, CancellationToken cancellation = default)
    {
        var name = DatasetNames.NewestOf(id);
        return await store.ReadAsync(name, cancellation) is { } found ? await FindAsync(JsonRecords.Parse<string>(found, store, name), cancellation) : null;
    }

    /// <summary>Keeps the files; those that are there already are left, or with <paramref name="checkExisting"/> read, and replaced where they are damaged.
    /// The index comes last: a push that was stopped is no dataset yet.</summary>
    /// <param name="dataset">What to keep.</param>
    /// <param name="open">Opens one of its files, which can be read twice.</param>
    /// <param name="checkExisting">Whether to read what is there.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StoreException">A file is not the one that was hashed, or the store cannot keep it.</exception>
    public async Task PushAsync(StoredDataset dataset, Func<string, Stream> open, bool checkExisting, CancellationToken cancellation = default)
    {
        foreach (var (file, part) in dataset.Files)
        {
            var name = DatasetNames.FileOf(dataset.Fingerprint, file);
            if (checkExisting && !await IsSoundAsync(name, part, cancellation)) await store.DeleteAsync(name, null, cancellation);
            if ((await store.FindAsync(name, cancellation))?.Bytes == part.Bytes) continue;
            await using var content = open(file);
            if (Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation)) != part.Sha256)
                throw new StoreException($"'{file}' of dataset '{dataset.Id}' changed while it was being pushed; see that nothing writes to it, and push it again", isInput: true);
            content.Position = 0;
            await store.CreateAsync(name, content, cancellation);
        }
        await store.PutAsync(DatasetNames.IndexOf(dataset.Fingerprint), JsonRecords.Bytes(dataset), cancellation);
        await store.PutAsync(DatasetNames.NewestOf(dataset.Id), JsonRecords.Bytes(dataset.Fingerprint), cancellation);
    }

    /// <summary>Writes the files into a folder, each held against its hash. Throws <see cref="CorruptPartException"/> where one is missing or damaged.</summary>
    public async Task FetchAsync(StoredDataset dataset, string folder, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(folder);
        foreach (var (file, part) in dataset.Files)
        {
            if (Path.GetFileName(file) != file || file.Length == 0 || file[0] == '.') throw new StoreException($"store '{store.Description}': the dataset {dataset.Fingerprint} names a file '{file}', which leaves its folder; push it again");
            await using var content = await OpenAsync(DatasetNames.FileOf(dataset.Fingerprint, file), part, cancellation);
            await using var target = new FileStream(Path.Combine(folder, file), FileMode.Create, FileAccess.Write, FileShare.None);
            await content.CopyToAsync(target, BufferBytes, cancellation);
        }
    }

    private async Task<HashCheckingStream> OpenAsync(string name, PartRef part, CancellationToken cancellation) =>
        new(await store.OpenReadAsync(name, cancellation) ?? throw CorruptPartException.Missing(part, store.Description), part, store.Description);

    private async Task<bool> IsSoundAsync(string name, PartRef part, CancellationToken cancellation)
    {
        try
        {
            await using var content = await OpenAsync(name, part, cancellation);
            await content.CopyToAsync(Stream.Null, BufferBytes, cancellation);
            return true;
        }
        catch (CorruptPartException)
        {
            return false;
        }
    }
}
