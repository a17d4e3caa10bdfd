namespace SimXir.Experiments;

/// <summary>The keys of a spec that say how it is served.</summary>
internal static class ServiceSection
{
    public static NumberRange Priority { get; } = new(-100, 100);

    public static NumberRange Weight { get; } = new(0.1, 100);

    public static ServiceSpec Read(MapReader map)
    {
        var defaults = new ServiceSpec();
        return new ServiceSpec
        {
            Priority = map.Int("priority", defaults.Priority, Priority),
            Weight = map.Number("weight", defaults.Weight, Weight),
            Preempt = map.Switch("preempt", defaults.Preempt),
            Needs = Needs(map.Section("needs")),
            Limits = Limits(map.Section("limits")),
        };
    }

    private static NeedsSpec Needs(MapReader map)
    {
        var spec = new NeedsSpec
        {
            Device = map.Find("device") is null ? null : map.Word("device", DeviceKind.Cpu, "device", SpecWords.Known<DeviceKind>()),
            MemoryGiB = map.OptionalNumber("memoryGiB", new NumberRange(0, 10_000, AboveMin: true)),
        };
        map.RefuseOthers();
        return spec;
    }

    private static LimitsSpec Limits(MapReader map)
    {
        var spec = new LimitsSpec
        {
            SlotSeconds = map.OptionalNumber("slotSeconds", new NumberRange(0, 1e9, AboveMin: true)),
            WallTime = map.OptionalTime("wallTime"),
        };
        map.RefuseOthers();
        return spec;
    }
}
