using System.Text.Json;
using SimXir.Experiments;

namespace SimXir.Store;

/// <summary>Records as JSON lines.</summary>
internal static class MetricLines
{
    public static byte[] Write<T>(IEnumerable<T> records)
    {
        using var lines = new MemoryStream();
        foreach (var record in records)
        {
            JsonSerializer.Serialize(lines, record, CorridorJson.Options);
            lines.WriteByte((byte)'\n');
        }

        return lines.ToArray();
    }

    /// <summary>The line's record, or null if it is none.</summary>
    public static T? TryParse<T>(string line)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(line, CorridorJson.Options);
        }
        catch (JsonException)
        {
            // The reader counts it: it is the broken last line of a killed process, or somebody's edit.
            return null;
        }
    }
}
