using System.Text.RegularExpressions;

namespace SimXir.Experiments;

/// <summary>The name of a dataset: one of the catalog's, such as <c>cifar10</c>, or a folder of images, such as <c>images-pets</c>.</summary>
public readonly partial record struct DatasetId
{
    /// <summary>What the name of every folder of images begins with.</summary>
    public const string ImagesPrefix = "images-";

    private readonly string? _name;

    private DatasetId(string name) => _name = name;

    /// <summary>All names that there are, for people.</summary>
    public static string Known { get; } = string.Join(", ", Catalog.Datasets.Keys) + $", or {ImagesPrefix}NAME for a folder of images of your own";

    public string Name => _name ?? throw new InvalidOperationException("an uninitialised dataset name was read");

    /// <summary>Whether it is a folder of images, which no catalog lists.</summary>
    public bool IsImageFolder => !Catalog.Datasets.ContainsKey(Name);

    public static bool IsValid(string? name) => name is not null && (Catalog.Datasets.ContainsKey(name) || ImageFolder().IsMatch(name));

    /// <summary>Throws <see cref="ArgumentException"/>, naming what is known, for any other name.</summary>
    public static DatasetId Parse(string name) => IsValid(name)
        ? new DatasetId(name)
        : throw new ArgumentException($"unknown dataset '{name}'; known: {Known}", nameof(name));

    public DatasetInfo Info => Catalog.Datasets.TryGetValue(Name, out var info) ? info : new DatasetInfo(Name, Name, Classes: null, Folder: Name);

    public override string ToString() => Name;

    [GeneratedRegex("^" + ImagesPrefix + @"[A-Za-z0-9][A-Za-z0-9-]{0,56}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ImageFolder();
}
