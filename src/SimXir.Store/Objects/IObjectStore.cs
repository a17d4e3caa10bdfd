namespace SimXir.Store;

/// <summary>Named objects of bytes: all that SimXir keeps. Two stores implement it, a directory and an Azure Blob container, and both
/// pass the same contract tests.</summary>
/// <remarks>Names obey <see cref="ObjectName"/>. Expected outcomes (absent, exists, changed) are values; a store that cannot do what it
/// was asked throws <see cref="StoreException"/>. Every single operation is atomic and durable when it returns, across threads, processes
/// and machines; a reader never sees half of a created or replaced object.</remarks>
public interface IObjectStore
{
    /// <summary>Where it is, for people: a path, or a URL without any secret.</summary>
    string Description { get; }

    /// <summary>Makes sure that the store can be read and written now; otherwise a <see cref="StoreException"/> says why not.</summary>
    Task CheckAsync(CancellationToken cancellation = default);

    /// <summary>What time it is by the clock that sets <see cref="ObjectInfo.LastModified"/>. It writes and deletes a probe.</summary>
    Task<DateTimeOffset> ReadClockAsync(CancellationToken cancellation = default);

    /// <summary>The size and age of an object, or null if there is none.</summary>
    Task<ObjectInfo?> FindAsync(string name, CancellationToken cancellation = default);

    /// <summary>A whole small object with its ETag, or null if there is none.</summary>
    Task<StoredObject?> ReadAsync(string name, CancellationToken cancellation = default);

    /// <summary>The bytes of an object of any size, in constant memory, or null if there is none. Only forward reading is promised.</summary>
    Task<Stream?> OpenReadAsync(string name, CancellationToken cancellation = default);

    /// <summary>Creates an object; its ETag, or null if the name is taken, which leaves what is there untouched.</summary>
    Task<string?> CreateAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellation = default);

    /// <summary>Creates an object of any size from the rest of a stream, in constant memory; false if the name is taken.</summary>
    Task<bool> CreateAsync(string name, Stream content, CancellationToken cancellation = default);

    /// <summary>Replaces exactly the version that was read (compare and set); the new ETag, or null if it has changed or gone.</summary>
    Task<string?> ReplaceAsync(string name, ReadOnlyMemory<byte> content, string etag, CancellationToken cancellation = default);

    /// <summary>Appends if the object's length is <paramref name="expectedLength"/> (0 creates it); false on any other length. True
    /// also if exactly these bytes already stand at that place, so that an append whose answer was lost can be repeated.</summary>
    /// <param name="name">An object that is only ever appended to.</param>
    /// <param name="expectedLength">Bytes before the append, 0 or more.</param>
    /// <param name="content">1 byte to <see cref="ObjectName.MaxAppendBytes"/>. An Azure object takes 50,000 appends.</param>
    /// <param name="cancellation">Ends the wait.</param>
    Task<bool> AppendAsync(string name, long expectedLength, ReadOnlyMemory<byte> content, CancellationToken cancellation = default);

    /// <summary>Every object whose name starts with the prefix (empty: all), in ordinal order of the names.</summary>
    IAsyncEnumerable<ObjectInfo> ListAsync(string prefix, CancellationToken cancellation = default);

    /// <summary>Deletes an object: whatever is there, or only the version of an ETag. False if it was gone or has changed.</summary>
    Task<bool> DeleteAsync(string name, string? etag = null, CancellationToken cancellation = default);

    /// <summary>Makes an object as young as if it were written now, and changes nothing else of it; false if there is none.</summary>
    Task<bool> TouchAsync(string name, CancellationToken cancellation = default);

    /// <summary>Deletes an object if it was last written or touched before that moment of the store's clock. False if it was gone or
    /// is younger; in one step, so that whoever touches it meanwhile either keeps it or is told that there is none.</summary>
    Task<bool> DeleteOldAsync(string name, DateTimeOffset writtenBefore, CancellationToken cancellation = default);

    /// <summary>Takes an exclusive claim until it is disposed or its process dies; null while somebody else holds it.</summary>
    Task<IStoreClaim?> TryClaimAsync(string name, CancellationToken cancellation = default);

    /// <summary>Who holds a claim now, machine and process, as far as that is known; null if nobody does. Looking takes no claim.</summary>
    Task<string?> ReadClaimHolderAsync(string name, CancellationToken cancellation = default);
}
