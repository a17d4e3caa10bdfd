using System.Runtime.CompilerServices;

namespace SimXir.Store;

/// <summary>Walks a directory store in the ordinal order of whole object names, one folder in memory at a time.</summary>
internal static class DirectoryLister
{
    /// <remarks>A folder sorts as its name with a '/', because that is how the names below it go on: "a-b" stands before "a/b".</remarks>
    public static async IAsyncEnumerable<ObjectInfo> ListAsync(
        string root, string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var first = prefix.LastIndexOf('/') + 1;
        var waiting = new Stack<Entry>();
        waiting.Push(new Entry(prefix[..first], new DirectoryInfo(Path.Combine(root, prefix[..first]))));
        while (waiting.TryPop(out var entry))
        {
            cancellation.ThrowIfCancellationRequested();
            if (entry.Item is DirectoryInfo folder)
            {
                var children = await Task.Run(() => ChildrenOf(entry.Name, folder), cancellation);
                foreach (var child in children.Reverse())
                {
                    if (child.Name.StartsWith(prefix, StringComparison.Ordinal)) waiting.Push(child);
                }
            }
            else if (InfoOf(entry.Name, (FileInfo)entry.Item) is { } found)
            {
                yield return found;
            }
        }
    }

    private static Entry[] ChildrenOf(string name, DirectoryInfo folder)
    {
        try
        {
            return [.. folder.EnumerateFileSystemInfos()
                .Where(item => ObjectName.IsValid(item.Name))
                .Select(item => new Entry(item is DirectoryInfo ? $"{name}{item.Name}/" : name + item.Name, item))
                .OrderBy(child => child.Name, StringComparer.Ordinal)];
        }
        catch (DirectoryNotFoundException)
        {
            // Nothing has this prefix.
            return [];
        }
    }

    private static ObjectInfo? InfoOf(string name, FileInfo file)
    {
        try
        {
            return new ObjectInfo(name, file.Length, file.LastWriteTimeUtc);
        }
        catch (FileNotFoundException)
        {
            // Deleted since its folder was read.
            return null;
        }
    }

    private readonly record struct Entry(string Name, FileSystemInfo Item);
}
