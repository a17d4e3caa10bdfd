using SimXir.Experiments;

namespace SimXir.Store;

/// <summary>Where a sweep's records lie.</summary>
public static class SweepNames
{
    public const string Prefix = "sweeps/";

    public static string Spec(SweepId sweep) => $"{Prefix}{sweep}/spec.yaml";

    public static string Plan(SweepId sweep) => $"{Prefix}{sweep}/plan.json";

    public static string Wish(SweepId sweep) => $"{Prefix}{sweep}/wish.json";
}
