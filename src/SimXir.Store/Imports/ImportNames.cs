using SimXir.Experiments;

namespace SimXir.Store;

/// <summary>Where the names of imports lie: whoever cleans up a store keeps what they refer to.</summary>
public static class ImportNames
{
    public const string Prefix = "imports/";
    private const string Suffix = ".json";

    public static string Of(ImportId name) => $"{Prefix}{name}{Suffix}";

    /// <summary>The name of an object found in a list, or null if it is none.</summary>
    public static ImportId? Parse(ObjectInfo found)
    {
        if (!found.Name.StartsWith(Prefix, StringComparison.Ordinal) || !found.Name.EndsWith(Suffix, StringComparison.Ordinal)) return null;
        var name = found.Name[Prefix.Length..^Suffix.Length];
        return ImportId.IsValid(name) ? new ImportId(name) : null;
    }
}
