using System.Collections.Immutable;
using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>Finds the folder of a dataset below a data folder.</summary>
internal static class DataPlace
{
    /// <param name="id">The dataset.</param>
    /// <param name="dataFolder">What holds its folder, or is it.</param>
    /// <param name="names">That its folder may have, the official one first.</param>
    /// <param name="contents">What is in it, for people.</param>
    /// <param name="cure">What to do when it is not there, for people.</param>
    /// <exception cref="DatasetException">It is not there.</exception>
    public static string Find(DatasetId id, string? dataFolder, ImmutableArray<string> names, string contents, string cure)
    {
        var needed = $"dataset '{id}' needs the folder '{names[0]}' with {contents}";
        if (string.IsNullOrWhiteSpace(dataFolder))
            throw new DatasetException($"{needed}, but no data folder is set: name the one that holds it with --data DIR ({cure})");
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(dataFolder));
        if (!Directory.Exists(root)) throw new DatasetException($"{needed}, but the data folder '{root}' (--data) does not exist");

        string[] candidates = [.. names.Select(name => Path.Combine(root, name))];
        if (Array.Find(candidates, Directory.Exists) is { } found) return found;
        if (names.Contains(Path.GetFileName(root), StringComparer.OrdinalIgnoreCase)) return root;
        throw new DatasetException($"{needed}, but the data folder '{root}' (--data) has no folder {Quoted(names)}: {cure}");
    }

    private static string Quoted(ImmutableArray<string> names) => string.Join(" or ", names.Select(name => $"'{name}'"));
}
