using SimXir.Experiments;

namespace SimXir.Store;

/// <summary>Where lies what grains remember. What a grain is stays the grid's; here is only whose a record is.</summary>
public static class GrainNames
{
    public const string Prefix = "grains/";
    private const string Suffix = ".json";

    /// <summary>A key with '/' makes folders.</summary>
    public static string Of(string type, string key) => $"{Prefix}{type}/{key}{Suffix}";

    /// <summary>Whether a record belongs to a sweep, an experiment or a round that is not alive. A record of another kind never does.</summary>
    internal static bool IsOrphan(string name, LiveSet live)
    {
        var slash = name.IndexOf('/', Prefix.Length);
        if (slash < 0 || !name.EndsWith(Suffix, StringComparison.Ordinal)) return false;
        var key = name[(slash + 1)..^Suffix.Length];
        return name[Prefix.Length..slash] switch
        {
            "sweep" => SweepId.IsValid(key) && !live.Sweeps.Contains(key),
            "experiment" => !live.Experiments.Contains(key),
            "round" => RoundNames.IsKey(key) && !live.Rounds.Contains(key),
            _ => false,
        };
    }
}
