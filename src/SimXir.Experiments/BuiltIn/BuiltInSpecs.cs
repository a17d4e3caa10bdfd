using System.Collections.Immutable;

namespace SimXir.Experiments;

/// <summary>The specs that ship with the program: each <c>BuiltIn/*.yaml</c>, by its file's name.</summary>
public static class BuiltInSpecs
{
    private const string Prefix = "BuiltIn/";
    private const string Suffix = ".yaml";

    /// <summary>In ordinal order.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        .. typeof(BuiltInSpecs).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal) && name.EndsWith(Suffix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^Suffix.Length])
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The YAML of a built-in spec, or null where there is none of that name.</summary>
    public static string? TryFindYaml(string name)
    {
        if (!Names.Contains(name)) return null;
        using var stream = typeof(BuiltInSpecs).Assembly.GetManifestResourceStream(Prefix + name + Suffix)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>A built-in spec, or null where there is none of that name.</summary>
    public static SweepSpec? TryFind(string name) => TryFindYaml(name) is { } yaml ? SpecReader.Read(yaml, name) : null;
}
