namespace SimXir.Store;

/// <summary>A record of the store cannot be read as what its name says.</summary>
public sealed class CorruptRecordException : Exception
{
    internal CorruptRecordException(string store, string name, string etag, Exception cause)
        : base($"store '{store}': '{name}' is corrupt: {cause.Message}; restore it from a backup, or delete it: what it described is made again", cause)
    {
        Name = name;
        ETag = etag;
    }

    /// <summary>The object's name.</summary>
    public string Name { get; }

    /// <summary>The version that was read, for whoever deletes exactly this one.</summary>
    public string ETag { get; }
}
