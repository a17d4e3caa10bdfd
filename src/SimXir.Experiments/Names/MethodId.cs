namespace SimXir.Experiments;

/// <summary>The name of a pretraining method that the catalog knows, such as <c>simsiam</c>.</summary>
public readonly record struct MethodId
{
    private readonly string? _name;

    private MethodId(string name) => _name = name;

    public string Name => _name ?? throw new InvalidOperationException("an uninitialised method name was read");

    /// <summary>Throws <see cref="ArgumentException"/>, naming what is known, for a name that the catalog does not hold.</summary>
    public static MethodId Parse(string name) => Catalog.Methods.ContainsKey(name)
        ? new MethodId(name)
        : throw new ArgumentException($"unknown method '{name}'; known: {string.Join(", ", Catalog.Methods.Keys)}", nameof(name));

    /// <summary>The method that has these options.</summary>
    public static MethodId Of(MethodSpec options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return Catalog.MethodLines.FirstOrDefault(info => info.Defaults.GetType() == options.GetType()) is { } line
            ? new MethodId(line.Name)
            : throw new ArgumentException($"the catalog has no line for {options.GetType().Name}", nameof(options));
    }

    public MethodInfo Info => Catalog.Methods[Name];

    public override string ToString() => Name;
}
