using System.Text.Json;

namespace SimXir.Cli.Tests;

/// <summary>What <c>--json</c> says of a sweep's cells.</summary>
public static class Cells
{
    /// <summary>By treatment: the sweeps of these tests that are compared have one experiment.</summary>
    public static IReadOnlyDictionary<string, string> WeightsOf(string json) =>
        Of(json).ToDictionary(cell => cell.GetProperty("treatment").GetString()!, cell => cell.GetProperty("weights").GetString()!);

    public static IReadOnlyList<bool> CachedOf(string json) => [.. Of(json).Select(cell => cell.GetProperty("cached").GetBoolean())];

    public static IReadOnlyList<JsonElement> Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.Clone().GetProperty("cells").EnumerateArray()];
    }

    public static string[] NamesOf(JsonElement element) => [.. element.EnumerateObject().Select(property => property.Name)];
}
