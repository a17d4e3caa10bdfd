using SimXir.Store;

namespace SimXir.Host;

/// <summary>One process at a time drives a store by itself: two would take each other's leases for dead ones.</summary>
public static class StoreClaims
{
    /// <summary>Held while a cluster drives the store.</summary>
    public const string Cluster = "cluster";

    private const string Name = "local";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20); // a dead process's claim on a remote store outlives it by 15 s

    /// <summary>Who drives the store now, or null where nobody does.</summary>
    public static async Task<string?> HolderAsync(IObjectStore store, CancellationToken cancellation)
    {
        if (await store.ReadClaimHolderAsync(Name, cancellation) is { } process) return process;
        return await store.ReadClaimHolderAsync(Cluster, cancellation) is { } silo ? $"a cluster, whose control silo is {silo}" : null;
    }

    /// <summary>A cluster does not begin on a store that a process drives by itself.</summary>
    /// <exception cref="StoreException">One does.</exception>
    public static async Task RefuseLocalAsync(IObjectStore store, CancellationToken cancellation)
    {
        if (await store.ReadClaimHolderAsync(Name, cancellation) is not { } process) return;
        throw new StoreException($"the store {store.Description} is in use by a 'simxir run' ({process}); wait for it or stop it, then start the silo again", isInput: true);
    }

    public static async Task<IStoreClaim> TakeAsync(IObjectStore store, Action<string> notice, CancellationToken cancellation)
    {
        if (await store.ReadClaimHolderAsync(Cluster, cancellation) is { } silo) throw InUse(store, $"a cluster, whose control silo is {silo}");
        var time = TimeProvider.System;
        var (since, told) = (time.GetTimestamp(), false);
        while (true)
        {
            if (await store.TryClaimAsync(Name, cancellation) is { } claim) return claim;
            var holder = await store.ReadClaimHolderAsync(Name, cancellation) ?? "an unknown process";
            if (time.GetElapsedTime(since) > Patience) throw InUse(store, holder);
            if (!told) notice($"the store {store.Description} is claimed by {holder}; waiting up to {Patience.TotalSeconds:0} s for it");
            told = true;
            await Task.Delay(TimeSpan.FromSeconds(1), time, cancellation);
        }
    }

    private static StoreException InUse(IObjectStore store, string holder) => new(
        $"the store {store.Description} is in use by {holder}; one 'simxir run', or one cluster, at a time works on a store. Wait for it, stop it, submit to it, or name another store with --store", isInput: true);
}
