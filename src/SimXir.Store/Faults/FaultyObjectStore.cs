using System.Runtime.CompilerServices;

namespace SimXir.Store;

/// <summary>
/// A store that misbehaves as a file says, read anew for each call: the means of <c>simxir chaos</c>. It stands below the retries, where a real
/// store's faults come from.
/// </summary>
/// <param name="inner">The store.</param>
/// <param name="file">Holds <see cref="StoreFaults"/> as text; a file that is not there is a sound store.</param>
/// <param name="random">Draws which calls fail.</param>
/// <param name="time">The clock of slow answers.</param>
public sealed class FaultyObjectStore(IObjectStore inner, string file, Random random, TimeProvider time) : IObjectStore
{
    /// <summary>The environment variable that names the file, and so puts a process under faults.</summary>
    public const string Variable = "SIMXIR_STORE_FAULTS";

    private readonly Lock _gate = new();

    public string Description => inner.Description;

    public Task CheckAsync(CancellationToken cancellation = default) => inner.CheckAsync(cancellation); // a process may always start

    public Task<DateTimeOffset> ReadClockAsync(CancellationToken cancellation = default) => ReadAsync("the clock", () => inner.ReadClockAsync(cancellation), cancellation);

    public Task<ObjectInfo?> FindAsync(string name, CancellationToken cancellation = default) => ReadAsync(name, () => inner.FindAsync(name, cancellation), cancellation);

    public Task<StoredObject?> ReadAsync(string name, CancellationToken cancellation = default) => ReadAsync(name, () => inner.ReadAsync(name, cancellation), cancellation);

    public Task<Stream?> OpenReadAsync(string name, CancellationToken cancellation = default) => ReadAsync(name, () => inner.OpenReadAsync(name, cancellation), cancellation);

    public Task<string?> CreateAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellation = default) =>
        WriteAsync(name, () => inner.CreateAsync(name, content, cancellation), cancellation);

    public Task<bool> CreateAsync(string name, Stream content, CancellationToken cancellation = default) =>
        WriteAsync(name, () => inner.CreateAsync(name, content, cancellation), cancellation);

    public Task<string?> ReplaceAsync(string name, ReadOnlyMemory<byte> content, string etag, CancellationToken cancellation = default) =>
        WriteAsync(name, () => inner.ReplaceAsync(name, content, etag, cancellation), cancellation);

    public Task<bool> AppendAsync(string name, long expectedLength, ReadOnlyMemory<byte> content, CancellationToken cancellation = default) =>
        WriteAsync(name, () => inner.AppendAsync(name, expectedLength, content, cancellation), cancellation);

    public async IAsyncEnumerable<ObjectInfo> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await BeforeAsync(prefix, cancellation);
        await foreach (var found in inner.ListAsync(prefix, cancellation)) yield return found;
    }

    public Task<bool> DeleteAsync(string name, string? etag = null, CancellationToken cancellation = default) =>
        WriteAsync(name, () => inner.DeleteAsync(name, etag, cancellation), cancellation);

    public Task<bool> TouchAsync(string name, CancellationToken cancellation = default) => WriteAsync(name, () => inner.TouchAsync(name, cancellation), cancellation);

    public Task<bool> DeleteOldAsync(string name, DateTimeOffset writtenBefore, CancellationToken cancellation = default) =>
        WriteAsync(name, () => inner.DeleteOldAsync(name, writtenBefore, cancellation), cancellation);

    /// <summary>Claims say whose the store is, and are spared.</summary>
    public Task<IStoreClaim?> TryClaimAsync(string name, CancellationToken cancellation = default) => inner.TryClaimAsync(name, cancellation);

    public Task<string?> ReadClaimHolderAsync(string name, CancellationToken cancellation = default) => inner.ReadClaimHolderAsync(name, cancellation);

    private async Task<T> ReadAsync<T>(string name, Func<Task<T>> call, CancellationToken cancellation)
    {
        await BeforeAsync(name, cancellation);
        return await call();
    }

    private async Task<T> WriteAsync<T>(string name, Func<Task<T>> call, CancellationToken cancellation)
    {
        var faults = await BeforeAsync(name, cancellation);
        var answer = await call();
        return Drawn(faults.Lost) ? throw Fault(name, "the answer was lost") : answer;
    }

    private async Task<StoreFaults> BeforeAsync(string name, CancellationToken cancellation)
    {
        var faults = Current();
        if (faults.Slow > TimeSpan.Zero) await Task.Delay(faults.Slow, time, cancellation);
        return Drawn(faults.Errors) ? throw Fault(name, faults == StoreFaults.Gone ? "it is gone" : "it failed") : faults;
    }

    private StoreFaults Current()
    {
        try
        {
            return StoreFaults.Parse(File.ReadAllText(file));
        }
        catch (IOException)
        {
            return StoreFaults.None; // not there, or written just now
        }
    }

    private bool Drawn(double share)
    {
        lock (_gate) return share > 0 && random.NextDouble() < share;
    }

    private StoreException Fault(string name, string how) => new($"store '{Description}': '{name}': {how} (a fault that {file} asks for)", isTransient: true);
}
