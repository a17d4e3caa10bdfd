using System.Text.Json;
using System.Text.Json.Nodes;

namespace SimXir.Experiments;

/// <summary>A setting in which two specs differ.</summary>
/// <param name="Key">Such as <c>pretrain.epochs</c>.</param>
/// <param name="First">Its value in the one, as JSON; <c>none</c> where it has none.</param>
/// <param name="Second">Its value in the other.</param>
public sealed record SpecDifference(string Key, string First, string Second)
{
    private const string None = "none";

    /// <summary>In the order of the keys.</summary>
    public static IReadOnlyList<SpecDifference> Of(SweepSpec first, SweepSpec second)
    {
        var (before, after) = (Leaves(first), Leaves(second));
        return
        [
            .. before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
                .Select(key => new SpecDifference(key, before.GetValueOrDefault(key, None), after.GetValueOrDefault(key, None)))
                .Where(difference => difference.First != difference.Second),
        ];
    }

    private static Dictionary<string, string> Leaves(SweepSpec spec)
    {
        var leaves = new Dictionary<string, string>(StringComparer.Ordinal);
        Collect("", JsonSerializer.SerializeToNode(spec, CorridorJson.Options), leaves);
        return leaves;
    }

    private static void Collect(string path, JsonNode? node, Dictionary<string, string> leaves)
    {
        if (node is JsonObject map)
            foreach (var (key, value) in map) Collect(path.Length == 0 ? key : $"{path}.{key}", value, leaves);
        else
            leaves[path] = node?.ToJsonString() ?? None;
    }
}
