using System.Text.Json;

namespace SimXir.Store;

/// <summary>Which store it is, however it is reached: <c>store.json</c>, made once.</summary>
/// <param name="Id">Of no meaning but to be another than any other store's.</param>
public sealed record StoreIdentity(string Id)
{
    private const string Name = "store.json";

    /// <summary>The store's own; it is made where there is none.</summary>
    /// <exception cref="StoreException">The store cannot be used, or what stands there is no identity.</exception>
    public static async Task<StoreIdentity> OfAsync(IObjectStore store, CancellationToken cancellation = default)
    {
        while (true)
        {
            if (await store.ReadAsync(Name, cancellation) is { } found) return Parse(found, store);
            var fresh = new StoreIdentity(Guid.NewGuid().ToString("n")[..12]);
            if (await store.CreateAsync(Name, JsonSerializer.SerializeToUtf8Bytes(fresh, JsonSerializerOptions.Web), cancellation) is not null) return fresh;
        }
    }

    private static StoreIdentity Parse(StoredObject found, IObjectStore store)
    {
        try
        {
            if (JsonSerializer.Deserialize<StoreIdentity>(found.Content.Span, JsonSerializerOptions.Web) is { Id.Length: > 0 } identity) return identity;
        }
        catch (JsonException)
        {
            // told below
        }
        throw new StoreException($"store '{store.Description}': '{Name}' is damaged; delete it while no cluster works on the store, and it is made anew");
    }
}
