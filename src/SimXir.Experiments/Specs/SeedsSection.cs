using System.Collections.Immutable;

namespace SimXir.Experiments;

/// <summary>The key <c>seeds</c>: a list of them, how many, or until when they are added.</summary>
internal static class SeedsSection
{
    private const string Key = "seeds";
    private static readonly NumberRange Count = new(1, SpecReader.MaxCells);

    public static (ImmutableArray<int> Seeds, SeedsUntil? Until) Read(MapReader map, ImmutableArray<int> fallback) => map.Find(Key) switch
    {
        YamlMap => Until(map.Section(Key)),
        YamlScalar { IsNull: false } => (FirstOf(map.Int(Key, 1, Count)), null),
        _ => (map.Ints(Key, fallback, new NumberRange(0, int.MaxValue)), null),
    };

    /// <summary>What no key can tell alone: without a baseline and something beside it there is no gain to know.</summary>
    public static void Check(SweepSpec spec, MapReader map, FaultList faults)
    {
        if (spec.SeedsUntil is null || (spec.Treatments.Contains(Treatment.Baseline) && spec.Treatments.Length > 1)) return;
        faults.Add(
            map.Find(Key)!,
            "seeds.until",
            $"the treatments are [{string.Join(", ", spec.Treatments.Select(SpecWords.Of))}], so there is no gain to know",
            "needed are baseline and simxir or variant",
            "Add them, or give the seeds as a number.");
    }

    private static (ImmutableArray<int> Seeds, SeedsUntil? Until) Until(MapReader map)
    {
        map.Require("until", "allowed above 0, to 100", "Add the points within which the mean gain is to be known.");
        map.Require("max", "allowed 2 to 1000", "Add the number of seeds at which to stop all the same.");
        var spec = new SeedsUntil(map.Number("until", 1, new NumberRange(0, 100, AboveMin: true)), map.Int("max", 2, new NumberRange(2, 1_000)));
        map.RefuseOthers();
        return (FirstOf(Math.Min(spec.Max, SeedsUntil.First)), spec);
    }

    private static ImmutableArray<int> FirstOf(int count) => [.. Enumerable.Range(0, count)];
}
