namespace SimXir.Store;

/// <summary>The files of a directory store: objects by their names, and two folders of its own that no object's name can reach.</summary>
internal sealed class StoreFolder(string root)
{
    /// <summary>How long a temporary file must be untouched before it counts as a dead process's leftover.</summary>
    private static readonly TimeSpan LeftoverAge = TimeSpan.FromHours(1);

    public string Root => root;

    public string Locks { get; } = Path.Combine(root, ".locks");

    private string Temporary { get; } = Path.Combine(root, ".tmp");

    public string PathOf(string name) => Path.Combine(root, ObjectName.Checked(name).Replace('/', Path.DirectorySeparatorChar));

    public string NewTemporary() => Path.Combine(Temporary, Guid.NewGuid().ToString("n"));

    /// <summary>Makes the store's folders, deletes leftovers and proves that a file can be written.</summary>
    public void Prepare(DateTimeOffset now)
    {
        EnsureFolder(Temporary);
        EnsureFolder(Locks);
        foreach (var leftover in Directory.EnumerateFiles(Temporary))
        {
            if (now - File.GetLastWriteTimeUtc(leftover) > LeftoverAge) DeleteUnlessOpen(leftover);
        }

        Probe();
    }

    /// <summary>Proves that a file can be written; when that was, by the clock of the file system, which may be another machine's.</summary>
    public DateTimeOffset Probe()
    {
        var probe = NewTemporary();
        File.WriteAllText(probe, "SimXir");
        DateTimeOffset written = File.GetLastWriteTimeUtc(probe);
        File.Delete(probe);
        return written;
    }

    /// <summary>Makes a folder with its parents, each durable in its own parent.</summary>
    public static void EnsureFolder(string path)
    {
        if (Directory.Exists(path)) return;
        var parent = Path.GetDirectoryName(path)!;
        EnsureFolder(parent);
        Directory.CreateDirectory(path);
        Posix.FlushDirectory(parent);
    }

    /// <summary>A writer keeps its temporary file locked, so a living one is never taken away.</summary>
    private static void DeleteUnlessOpen(string leftover)
    {
        try
        {
            using var file = ExclusiveFile.TryOpen(leftover, FileMode.Open);
            if (file is not null) File.Delete(leftover);
        }
        catch (FileNotFoundException)
        {
            // Another process opened the store at the same moment and was faster.
        }
    }
}
