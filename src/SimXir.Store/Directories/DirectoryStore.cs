using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace SimXir.Store;

/// <summary>Objects as files below a directory: for a laptop, or a file system that all machines share.</summary>
/// <remarks>A file is written to <c>.tmp</c>, flushed, and published by a hard link (create) or a rename (replace); its directory is
/// flushed then. Compare-and-set, append, touch and delete hold a lock file of <c>.locks</c>, which the kernel releases with its process. The
/// ETag is the content's SHA-256: an object changed and changed back has its old ETag, which is harmless, because whoever sets on it saw
/// exactly what is there.</remarks>
public sealed class DirectoryStore : IObjectStore
{
    private readonly StoreFolder _folder;
    private readonly StripedLocks _locks;
    private readonly bool _hardLinks;

    private DirectoryStore(StoreFolder folder, bool hardLinks)
    {
        _folder = folder;
        _locks = new StripedLocks(folder.Locks);
        _hardLinks = hardLinks;
    }

    public string Description => _folder.Root;

    /// <summary>Opens a directory, which is made if it is missing. Throws <see cref="StoreException"/> if it cannot be written.</summary>
    public static DirectoryStore Open(string path, TimeProvider time) => Open(path, time, hardLinks: true);

    internal static DirectoryStore Open(string path, TimeProvider time, bool hardLinks)
    {
        var folder = new StoreFolder(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        try
        {
            folder.Prepare(time.GetUtcNow());
            return new DirectoryStore(folder, hardLinks);
        }
        catch (Exception fault) when (DirectoryFaults.Concerns(fault))
        {
            throw DirectoryFaults.FileInTheWay(folder.Root) ?? DirectoryFaults.Explain(fault, folder.Root, name: null, isInput: true);
        }
    }

    public Task CheckAsync(CancellationToken cancellation = default) => Doing(null, _folder.Probe, cancellation);

    public Task<DateTimeOffset> ReadClockAsync(CancellationToken cancellation = default) => Doing(null, _folder.Probe, cancellation);

    public Task<ObjectInfo?> FindAsync(string name, CancellationToken cancellation = default)
    {
        var file = new FileInfo(_folder.PathOf(name));
        return Doing(name, () => file.Exists ? new ObjectInfo(name, file.Length, file.LastWriteTimeUtc) : null, cancellation);
    }

    public Task<StoredObject?> ReadAsync(string name, CancellationToken cancellation = default)
    {
        var path = _folder.PathOf(name);
        return Doing(name, () => Content(path) is { } content ? new StoredObject(content, ETagOf(content)) : null, cancellation);
    }

    public Task<Stream?> OpenReadAsync(string name, CancellationToken cancellation = default)
    {
        var path = _folder.PathOf(name);
        return Doing<Stream?>(name, () => ObjectFile.TryOpen(path) is { } file ? new FileStream(file, FileAccess.Read, bufferSize: 0) : null, cancellation);
    }

    public Task<string?> CreateAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellation = default) =>
        DoingAsync(name, async path =>
        {
            if (File.Exists(path)) return null;
            using var file = await Task.Run(() => AtomicFile.Write(_folder, content.Span), cancellation);
            return await PublishNewAsync(file, name, path, cancellation) ? ETagOf(content.Span) : null;
        });

    public Task<bool> CreateAsync(string name, Stream content, CancellationToken cancellation = default) => DoingAsync(name, async path =>
    {
        if (File.Exists(path)) return false;
        using var file = await AtomicFile.WriteAsync(_folder, content, cancellation);
        return await PublishNewAsync(file, name, path, cancellation);
    });

    public Task<string?> ReplaceAsync(string name, ReadOnlyMemory<byte> content, string etag, CancellationToken cancellation = default) =>
        LockedAsync(name, path =>
        {
            if (Content(path) is not { } current || ETagOf(current) != etag) return null;
            using var file = AtomicFile.Write(_folder, content.Span);
            file.PublishOver(path);
            return ETagOf(content.Span);
        }, cancellation);

    public Task<bool> AppendAsync(string name, long expectedLength, ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
    {
        ObjectName.CheckAppend(expectedLength, content.Length);
        return LockedAsync(name, path => ObjectFile.Append(path, expectedLength, content.Span), cancellation);
    }

    public async IAsyncEnumerable<ObjectInfo> ListAsync(
        string prefix, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await using var found = DirectoryLister.ListAsync(_folder.Root, ObjectName.CheckedPrefix(prefix), cancellation).GetAsyncEnumerator(cancellation);
        while (await DoingAsync(prefix, _ => found.MoveNextAsync().AsTask(), isName: false)) yield return found.Current;
    }

    public Task<bool> DeleteAsync(string name, string? etag = null, CancellationToken cancellation = default) =>
        LockedAsync(name, path =>
        {
            if (etag is null ? !File.Exists(path) : Content(path) is not { } current || ETagOf(current) != etag) return false;
            return ObjectFile.Delete(path);
        }, cancellation);

    public Task<bool> TouchAsync(string name, CancellationToken cancellation = default) => LockedAsync(name, ObjectFile.Touch, cancellation);

    public Task<bool> DeleteOldAsync(string name, DateTimeOffset writtenBefore, CancellationToken cancellation = default) =>
        LockedAsync(name, path => File.Exists(path) && File.GetLastWriteTimeUtc(path) < writtenBefore && ObjectFile.Delete(path), cancellation);

    public Task<IStoreClaim?> TryClaimAsync(string name, CancellationToken cancellation = default)
    {
        ObjectName.Checked(name);
        return Doing<IStoreClaim?>(name, () => DirectoryClaim.TryTake(_folder, name), cancellation);
    }

    public Task<string?> ReadClaimHolderAsync(string name, CancellationToken cancellation = default)
    {
        ObjectName.Checked(name);
        return Doing(name, () => DirectoryClaim.HolderOf(_folder, name), cancellation);
    }

    private static byte[]? Content(string path) => ObjectFile.TryRead(path);

    private static string ETagOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(SHA256.HashData(content));

    private async Task<bool> PublishNewAsync(AtomicFile file, string name, string path, CancellationToken cancellation)
    {
        if (_hardLinks && await Task.Run(() => file.TryPublishNew(path), cancellation) is { } published) return published;
        return await LockedAsync(name, file.PublishNewUnderLock, cancellation);
    }

    private Task<T> Doing<T>(string? name, Func<T> work, CancellationToken cancellation) =>
        DoingAsync(name, _ => Task.Run(work, cancellation), isName: false);

    private Task<T> LockedAsync<T>(string name, Func<string, T> work, CancellationToken cancellation) => DoingAsync(name, async path =>
    {
        using var held = await _locks.EnterAsync(name, cancellation);
        return await Task.Run(() => work(path), cancellation);
    });

    private async Task<T> DoingAsync<T>(string? name, Func<string, Task<T>> work, bool isName = true)
    {
        var path = isName ? _folder.PathOf(name!) : _folder.Root;
        try
        {
            return await work(path);
        }
        catch (Exception fault) when (DirectoryFaults.Concerns(fault))
        {
            throw DirectoryFaults.Explain(fault, _folder.Root, name);
        }
    }
}
