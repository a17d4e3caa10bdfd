namespace SimXir.Store;

/// <summary>An object without its content.</summary>
/// <param name="Name">Its name in the store.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="LastModified">When the store last wrote it, by the store's own clock.</param>
public sealed record ObjectInfo(string Name, long Bytes, DateTimeOffset LastModified);
