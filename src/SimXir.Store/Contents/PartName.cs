using SimXir.Experiments;

namespace SimXir.Store;

/// <summary>Where a part lies: <c>objects/sha256/ab/abcdef…</c>.</summary>
public static class PartName
{
    public const string Prefix = "objects/sha256/";

    public static string Of(PartRef part) => $"{Prefix}{part.Sha256[..2]}/{part.Sha256}";

    /// <summary>The reference of an object found in a list, or null if its name is no part's.</summary>
    public static PartRef? Parse(ObjectInfo found)
    {
        var hash = found.Name[(found.Name.LastIndexOf('/') + 1)..];
        return hash.Length == 64 && found.Name == Of(new PartRef(hash, found.Bytes)) ? new PartRef(hash, found.Bytes) : null;
    }
}
