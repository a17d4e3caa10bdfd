namespace SimXir.Experiments;

/// <summary>The maps of a spec that have a method's name, one for each line of the catalog.</summary>
internal static class MethodSections
{
    public static MethodOptions Read(MapReader spec) =>
        Catalog.MethodLines.Aggregate(new MethodOptions(), (options, method) => options.With(Read(spec.Section(method.Name), method.Defaults)));

    /// <summary>Only what a sweep is about, and what differs from the defaults: then a new method changes no spec that does without it.</summary>
    public static IEnumerable<string> Write(SweepSpec spec) =>
        from method in Catalog.MethodLines
        let options = spec.MethodOptions[MethodId.Of(method.Defaults)]
        where spec.Methods.Contains(options.Id) || options != method.Defaults
        select $"{method.Name}: {{ {string.Join(", ", Entries(options))} }}";

    private static MethodSpec Read(MapReader map, MethodSpec defaults)
    {
        var spec = defaults with { };
        foreach (var option in MethodOption.Of(spec)) option.Read(map, spec);
        map.RefuseOthers();
        return spec;
    }

    private static IEnumerable<string> Entries(MethodSpec options) =>
        from option in MethodOption.Of(options)
        let text = option.Text(options)
        where text is not null
        select $"{option.Key}: {text}";
}
