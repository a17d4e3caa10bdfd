namespace SimXir.Store;

/// <summary>A whole object as it was read.</summary>
/// <param name="Content">Its bytes.</param>
/// <param name="ETag">The version, opaque: what <see cref="IObjectStore.ReplaceAsync"/> takes.</param>
public sealed record StoredObject(ReadOnlyMemory<byte> Content, string ETag);
