using System.Collections.Concurrent;
using System.Collections.Immutable;
using SimXir.Experiments;
using SimXir.Method;
using SimXir.Store;

namespace SimXir.Worker;

/// <summary>Datasets from wherever they are: the process's data folder, or else the store, which everybody who works on it shares.</summary>
/// <param name="local">The process's own.</param>
/// <param name="objects">The store.</param>
/// <param name="cacheFolder">Where this machine keeps what came out of the store.</param>
/// <param name="time">The clock of waiting for another process.</param>
public sealed class DatasetSupply(Datasets local, IObjectStore objects, string cacheFolder, TimeProvider time)
{
    private readonly DatasetStore _store = new(objects);
    private readonly StoreCache _cache = new(new DatasetStore(objects), cacheFolder, time);
    private readonly ConcurrentDictionary<string, Datasets> _brought = new();

    /// <summary>What the name means here: the data folder's files, or else what was pushed last under it.</summary>
    /// <exception cref="DatasetException">It is in neither.</exception>
    public async Task<string> FingerprintAsync(DatasetId id, CancellationToken cancellation = default)
    {
        try
        {
            return local.Fingerprint(id);
        }
        catch (DatasetException fault)
        {
            return (await _store.FindNewestAsync(id, cancellation))?.Fingerprint ?? throw Nowhere(fault);
        }
    }

    /// <summary>Exactly what the recipe names.</summary>
    /// <exception cref="DatasetException">Neither the data folder nor the store has it, or it is broken.</exception>
    public async Task<Dataset> LoadAsync(DatasetRecipe recipe, CancellationToken cancellation = default)
    {
        if (_brought.TryGetValue(recipe.Fingerprint, out var brought)) return brought.Load(recipe);
        if (IsLocal(recipe, out var fault)) return local.Load(recipe);
        try
        {
            if (await _store.FindAsync(recipe.Fingerprint, cancellation) is not { } stored) return fault is null ? local.Load(recipe) : throw Nowhere(fault);
            var folder = await _cache.BringAsync(stored, cancellation);
            return _brought.GetOrAdd(recipe.Fingerprint, _ => new Datasets(folder)).Load(recipe);
        }
        catch (CorruptPartException damage)
        {
            throw new DatasetException($"dataset '{recipe.Name}' is damaged in the store (a file of it {(damage.State == PartState.Missing ? "is gone" : "is not what its hash says")}); mend it from a machine that has it: simxir data push {recipe.Name} --data DIR", damage);
        }
    }

    /// <summary>How many images would be trained on, without reading them; null where that cannot be told here.</summary>
    /// <exception cref="DatasetException">The subset is larger than the dataset.</exception>
    public int? CountTrain(DatasetRecipe recipe) => IsLocal(recipe, out _) ? local.CountTrain(recipe) : null;

    /// <summary>Puts the data folder's files of these datasets into the store, unless they are there.</summary>
    /// <returns>What was put there now.</returns>
    public async Task<ImmutableArray<DatasetId>> ShareAsync(IEnumerable<DatasetRecipe> recipes, CancellationToken cancellation = default)
    {
        var pushed = ImmutableArray.CreateBuilder<DatasetId>();
        foreach (var recipe in recipes.DistinctBy(recipe => recipe.Fingerprint))
        {
            if (!IsLocal(recipe, out _) || await _store.FindAsync(recipe.Fingerprint, cancellation) is not null || local.List(recipe.Name) is not { } listing) continue;
            await _store.PushAsync(Stored(listing), file => local.Open(recipe.Name, file), checkExisting: false, cancellation);
            pushed.Add(recipe.Name);
        }
        return pushed.ToImmutable();
    }

    /// <summary>A listing as the store keeps it.</summary>
    public static StoredDataset Stored(DatasetListing listing) =>
        new(listing.Id, listing.Fingerprint, listing.OfficialFolder, listing.Files.ToImmutableSortedDictionary(file => file.Name, file => new PartRef(file.Sha256, file.LengthBytes), StringComparer.Ordinal));

    private bool IsLocal(DatasetRecipe recipe, out DatasetException? fault)
    {
        try
        {
            fault = null;
            return local.Fingerprint(recipe.Name) == recipe.Fingerprint;
        }
        catch (DatasetException missing)
        {
            fault = missing;
            return false;
        }
    }

    private static DatasetException Nowhere(DatasetException fault) =>
        new($"{fault.Message}; nor is it in the store, where 'simxir data push' would put it from a machine that has it", fault);
}
