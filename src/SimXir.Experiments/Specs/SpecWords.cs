using System.Collections.Immutable;
using System.Text.Json;

namespace SimXir.Experiments;

/// <summary>How a spec spells the members of enums, such as <c>simxir</c> and <c>fp32</c>: as the corridor's JSON does.</summary>
public static class SpecWords
{
    public static string Of<T>(T value)
        where T : struct, Enum =>
        JsonSerializer.SerializeToElement(value, CorridorJson.Options).GetString()!;

    internal static string Of(Enum value) => JsonSerializer.SerializeToElement(value, value.GetType(), CorridorJson.Options).GetString()!;

    internal static ImmutableSortedDictionary<string, T> Known<T>()
        where T : struct, Enum =>
        Enum.GetValues<T>().ToImmutableSortedDictionary(Of, value => value, StringComparer.Ordinal);
}
