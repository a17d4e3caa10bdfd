using System.Text.Json;
using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>The form of grain state in the store: the corridor's JSON without white space, plain names, no type names.</summary>
public static class GrainStateJson
{
    public static byte[] Write<T>(T state) => JsonSerializer.SerializeToUtf8Bytes(state, CorridorJson.Options);

    public static T Read<T>(ReadOnlyMemory<byte> content) =>
        JsonSerializer.Deserialize<T>(content.Span, CorridorJson.Options) ?? throw new JsonException($"null where a {typeof(T).Name} was expected");
}
