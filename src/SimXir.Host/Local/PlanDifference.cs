using SimXir.Experiments;

namespace SimXir.Host;

/// <summary>Names what sets two plans of one name apart.</summary>
public static class PlanDifference
{
    private const int Most = 4;

    /// <summary>The first few differing settings with both values, or the data where the settings are equal.</summary>
    public static string Describe(SweepPlan known, SweepPlan asked)
    {
        var different = SpecDifference.Of(known.Spec, asked.Spec);
        if (different.Count == 0) return "its data, its import or the program's version";
        var told = different.Take(Most).Select(setting => $"{setting.Key}: there {setting.First}, here {setting.Second}");
        return string.Join("; ", told) + (different.Count > Most ? $"; and {different.Count - Most} more" : "");
    }
}
