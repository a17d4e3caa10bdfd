using System.Buffers;
using SimXir.Experiments;
using SimXir.Method;
using SimXir.Store;

namespace SimXir.Host;

/// <summary>Finds an encoder's weights in a store by what a person calls them: a cell, an import, or a round's key or its beginning.</summary>
public sealed class WeightsReading(IObjectStore store)
{
    public const string Form = "SWEEP/DATASET/METHOD/SEED/TREATMENT, the NAME of an import, or a round's key or its first 8 digits";

    private const int KeyDigits = 64, FewestDigits = 8;
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");
    private readonly RoundStore _rounds = new(store);
    private readonly ImportStore _imports = new(store);

    /// <exception cref="FormatException">The text is none of them.</exception>
    /// <exception cref="StoreException">The store has nothing of that name, or not yet.</exception>
    public async Task<StoredWeights> FindAsync(string text, CancellationToken cancellation)
    {
        if (text.Contains('/', StringComparison.Ordinal)) return await OfCellAsync(text, cancellation);
        if (ImportId.IsValid(text) && await _imports.ReadAsync(new ImportId(text), cancellation) is { } import)
            return await OfRoundAsync($"import {text}", import.Key, cancellation);
        if (await KeyAsync(text, cancellation) is { } key) return await OfRoundAsync($"round {key.Prefix}", key, cancellation);
        var known = await _imports.ListAsync(cancellation);
        throw new StoreException(
            $"the store {store.Description} has no import '{text}' ({(known.IsEmpty ? "it has none" : $"it has {string.Join(", ", known)}")}), "
            + $"and no round whose key begins so; weights are named by {Form}", isInput: true);
    }

    /// <summary>The bytes, held against their hash.</summary>
    public Task<byte[]> ReadAsync(StoredWeights weights, CancellationToken cancellation) => new ContentStore(store).ReadAsync(weights.Part, cancellation);

    private async Task<StoredWeights> OfCellAsync(string text, CancellationToken cancellation)
    {
        var address = CellAddress.Parse(text);
        if (address is not { Experiment: { } id, Treatment: { } treatment })
            throw new FormatException($"'{text}' names no single encoder; weights are named by {Form}");
        var plan = await new StoreReading(store).PlanAsync(address.Sweep, cancellation);
        var cell = plan.Experiments.FirstOrDefault(experiment => experiment.Id == id)?.Cells.FirstOrDefault(cell => cell.Treatment == treatment)
            ?? throw CausalStory.Unknown(plan, $"{id}/{SpecWords.Of(treatment)}");
        return await OfRoundAsync(text, cell.Encoder, cancellation);
    }

    private async Task<StoredWeights> OfRoundAsync(string what, RoundKey key, CancellationToken cancellation)
    {
        var manifest = (await _rounds.ReadManifestAsync(key, help: true, cancellation))?.Manifest
            ?? throw new StoreException($"{what} has no weights yet: its round {key.Prefix} is not done", isInput: true);
        return manifest.Parts.TryGetValue(RoundParts.Weights, out var part)
            ? new StoredWeights(what, key, manifest.Recipe.Backbone, part)
            : throw new StoreException($"{what} has no weights: its round {key.Prefix} ended {manifest.Outcome} and made [{string.Join(", ", manifest.Parts.Keys)}]", isInput: true);
    }

    private async Task<RoundKey?> KeyAsync(string text, CancellationToken cancellation)
    {
        if (text.Length is < FewestDigits or > KeyDigits || text.AsSpan().ContainsAnyExcept(Digits)) return null;
        var found = new HashSet<RoundKey>();
        await foreach (var item in store.ListAsync(RoundNames.Beginning(text), cancellation))
            if (item.Name.Split('/') is [_, { Length: KeyDigits } key, ..]) found.Add(new RoundKey(key));
        return found.Count > 1
            ? throw new StoreException($"{found.Count} rounds of the store {store.Description} begin with '{text}'; give more digits", isInput: true)
            : found.Count == 1 ? found.Single() : null;
    }
}
