using System.Collections.Immutable;
using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>The format of each dataset of the catalog: every class of this assembly that derives from <see cref="DatasetFormat"/>.</summary>
internal static class DatasetFormats
{
    public static ImmutableSortedDictionary<string, DatasetFormat> All { get; } = typeof(DatasetFormat).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(DatasetFormat)) && !type.IsAbstract)
        .Select(type => (DatasetFormat)Activator.CreateInstance(type)!)
        .ToImmutableSortedDictionary(format => format.Name, format => format, StringComparer.Ordinal);

    public static DatasetFormat Of(DatasetId id) => All.TryGetValue(id.Name, out var format)
        ? format
        : throw new InvalidOperationException($"the catalog lists dataset '{id}', but no format has that name");
}
