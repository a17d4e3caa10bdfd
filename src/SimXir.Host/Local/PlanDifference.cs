using System.Text.Json;
using System.Text.Json.Nodes;
using SimXir.Experiments;

namespace SimXir.Host;

/// <summary>Names what sets two plans of one name apart.</summary>
public static class PlanDifference
{
    /// <summary>The first few differing settings with both values, or the data where the settings are equal.</summary>
    public static string Describe(SweepPlan known, SweepPlan asked)
    {
        var (before, after) = (Leaves(known.Spec), Leaves(asked.Spec));
        var different = before.Keys.Union(after.Keys).Where(key => before.GetValueOrDefault(key) != after.GetValueOrDefault(key)).Order(StringComparer.Ordinal).ToArray();
        if (different.Length == 0) return "its data, its import or the program's version";
        var told = different.Take(4).Select(key => $"{key}: there {before.GetValueOrDefault(key, "none")}, here {after.GetValueOrDefault(key, "none")}");
        return string.Join("; ", told) + (different.Length > 4 ? $"; and {different.Length - 4} more" : "");
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
            leaves[path] = node?.ToJsonString() ?? "none";
    }
}
