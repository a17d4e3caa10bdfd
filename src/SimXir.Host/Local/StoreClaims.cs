using SimXir.Store;

namespace SimXir.Host;

/// <summary>One process at a time drives a store by itself: two would take each other's leases for dead ones.</summary>
public static class StoreClaims
{
    private const string Name = "local";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20); // a dead process's claim on a remote store outlives it by 15 s

    /// <summary>Who drives the store now, or null where nobody does.</summary>
    public static async Task<string?> HolderAsync(IObjectStore store, CancellationToken cancellation)
    {
        await using var claim = await store.TryClaimAsync(Name, cancellation);
        return claim is null ? await store.ReadClaimHolderAsync(Name, cancellation) ?? "an unknown process" : null;
    }

    public static async Task<IStoreClaim> TakeAsync(IObjectStore store, Action<string> notice, CancellationToken cancellation)
    {
        var time = TimeProvider.System;
        var (since, told) = (time.GetTimestamp(), false);
        while (true)
        {
            if (await store.TryClaimAsync(Name, cancellation) is { } claim) return claim;
            var holder = await store.ReadClaimHolderAsync(Name, cancellation) ?? "an unknown process";
            if (time.GetElapsedTime(since) > Patience)
            {
                throw new StoreException(
                    $"the store {store.Description} is in use by {holder}; one 'simxir run' at a time works on a store. Wait for it, stop it, or name another store with --store", isInput: true);
            }
            if (!told) notice($"the store {store.Description} is claimed by {holder}; waiting up to {Patience.TotalSeconds:0} s for it");
            told = true;
            await Task.Delay(TimeSpan.FromSeconds(1), time, cancellation);
        }
    }
}
