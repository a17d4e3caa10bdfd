using System.Globalization;
using SimXir.Experiments;

namespace SimXir.Store;

/// <summary>Where a round's records lie.</summary>
public static class RoundNames
{
    /// <summary>All rounds whose keys begin so.</summary>
    public static string Beginning(string digits) => $"rounds/{digits}";

    /// <summary>The key of a record's name, or null if it is no round's.</summary>
    internal static string? KeyOf(string name)
    {
        var parts = name.Split('/');
        return parts.Length >= 3 && parts[0] == "rounds" && IsKey(parts[1]) ? parts[1] : null;
    }

    internal static bool IsKey(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    public static string Head(RoundKey key) => $"rounds/{key}/head.json";

    public static string Manifest(RoundKey key) => $"rounds/{key}/manifest.json";

    public static string Attempts(RoundKey key) => $"rounds/{key}/attempts/";

    public static string Metrics(RoundKey key, long fence) => Attempt(key, fence) + "metrics.jsonl";

    public static string Log(RoundKey key, long fence) => Attempt(key, fence) + "log.txt";

    private static string Attempt(RoundKey key, long fence) => string.Create(CultureInfo.InvariantCulture, $"{Attempts(key)}{fence}/");
}
