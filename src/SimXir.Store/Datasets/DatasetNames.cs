using SimXir.Experiments;

namespace SimXir.Store;

/// <summary>Where datasets lie: <c>datasets/FINGERPRINT/FILE</c>, with an index that is written last; and which of them a name means.</summary>
internal static class DatasetNames
{
    private const string Prefix = "datasets/";

    public static string IndexOf(string fingerprint) => $"{Prefix}{fingerprint}/index.json";

    public static string FileOf(string fingerprint, string file) => $"{Prefix}{fingerprint}/files/{ObjectName.Escape(file)}";

    public static string NewestOf(DatasetId id) => $"{Prefix}newest/{id}.json";
}
