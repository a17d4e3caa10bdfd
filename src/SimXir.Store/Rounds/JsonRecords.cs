using System.Text.Json;
using SimXir.Experiments;

namespace SimXir.Store;

/// <summary>The corridor's records as JSON objects of a store.</summary>
internal static class JsonRecords
{
    public static byte[] Bytes<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, CorridorJson.Options);

    /// <summary>The same of what may have megabytes, as a plan has: written piece by piece, so that no buffer of that size stays in the pool of arrays.</summary>
    public static ReadOnlyMemory<byte> LargeBytes<T>(T value)
    {
        using var content = new MemoryStream();
        JsonSerializer.Serialize(content, value, CorridorJson.Options);
        return content.GetBuffer().AsMemory(0, (int)content.Length);
    }

    /// <summary>Throws <see cref="CorruptRecordException"/> for what is not a T, null included, or not <paramref name="isWhole"/>.</summary>
    public static T Parse<T>(StoredObject found, IObjectStore store, string name, Predicate<T>? isWhole = null)
    {
        try
        {
            var value = JsonSerializer.Deserialize<T>(found.Content.Span, CorridorJson.Options) ?? throw new JsonException("it is null");
            return isWhole is null || isWhole(value) ? value : throw new JsonException("a part of it is missing");
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException or ArgumentException)
        {
            throw new CorruptRecordException(store.Description, name, found.ETag, fault);
        }
    }
}
