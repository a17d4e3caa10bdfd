namespace SimXir.Experiments;

/// <summary>The name of a dataset that the catalog knows, such as <c>cifar10</c>.</summary>
public readonly record struct DatasetId
{
    private readonly string? _name;

    private DatasetId(string name) => _name = name;

    public string Name => _name ?? throw new InvalidOperationException("an uninitialised dataset name was read");

    /// <summary>Throws <see cref="ArgumentException"/>, naming what is known, for a name that the catalog does not hold.</summary>
    public static DatasetId Parse(string name) => Catalog.Datasets.ContainsKey(name)
        ? new DatasetId(name)
        : throw new ArgumentException($"unknown dataset '{name}'; known: {string.Join(", ", Catalog.Datasets.Keys)}", nameof(name));

    public DatasetInfo Info => Catalog.Datasets[Name];

    public override string ToString() => Name;
}
