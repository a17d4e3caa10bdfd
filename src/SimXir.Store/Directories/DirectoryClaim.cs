using Microsoft.Win32.SafeHandles;

namespace SimXir.Store;

/// <summary>A claim in a directory: a locked file, and beside it who holds it (a locked file cannot be read everywhere).</summary>
internal sealed class DirectoryClaim : IStoreClaim
{
    private readonly SafeFileHandle _file;

    private DirectoryClaim(SafeFileHandle file) => _file = file;

    /// <summary>Never: the kernel keeps the lock as long as the process lives.</summary>
    public CancellationToken Lost => CancellationToken.None;

    public static DirectoryClaim? TryTake(StoreFolder folder, string name)
    {
        if (ExclusiveFile.TryOpen(PathOf(folder, name)) is not { } file) return null;
        try
        {
            using var holder = AtomicFile.Write(folder, ClaimHolder.Describe());
            holder.PublishOver(HolderPathOf(folder, name));
            return new DirectoryClaim(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public static string? HolderOf(StoreFolder folder, string name)
    {
        if (!ExclusiveFile.IsHeld(PathOf(folder, name))) return null;
        var path = HolderPathOf(folder, name);
        return File.Exists(path) ? File.ReadAllText(path) : ClaimHolder.Unknown;
    }

    public ValueTask DisposeAsync()
    {
        _file.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string PathOf(StoreFolder folder, string name) => Path.Combine(folder.Locks, "claim-" + ObjectName.Escape(name));

    private static string HolderPathOf(StoreFolder folder, string name) => PathOf(folder, name) + ".holder";
}
