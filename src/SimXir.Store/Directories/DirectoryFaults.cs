namespace SimXir.Store;

/// <summary>What went wrong with a directory, in one sentence with its cure.</summary>
internal static class DirectoryFaults
{
    // errno as Linux and macOS number it, and the HRESULTs of Windows.
    private const int NoSpace = 28;
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const int WindowsHandleDiskFull = unchecked((int)0x80070027);
    private const int LinuxQuota = 122;
    private const int MacQuota = 69;
    private const int ReadOnlyFileSystem = 30;
    private const int WindowsWriteProtect = unchecked((int)0x80070013);
    private const int AlreadyExists = 17;
    private const int NotADirectory = 20;

    public static bool Concerns(Exception fault) => fault is IOException or UnauthorizedAccessException;

    public static StoreException Explain(Exception fault, string root, string? name, bool isInput = false)
    {
        var what = name is null ? "it cannot be used" : $"'{name}' cannot be read or written";
        var (cause, cure, transient) = Cause(fault);
        return new StoreException($"store '{root}': {what}: {cause}; {cure}", fault, isInput, transient);
    }

    /// <summary>A file where the path needs a directory, which the operating system words in many ways.</summary>
    public static StoreException? FileInTheWay(string root)
    {
        for (var path = root; path is not null; path = Path.GetDirectoryName(path))
        {
            if (File.Exists(path))
            {
                var what = path == root ? "is a file" : $"cannot be a directory, because '{path}' is a file";
                return new StoreException($"store '{root}' {what}; name a directory, which is made if it is missing", isInput: true);
            }
        }

        return null;
    }

    private static (string Cause, string Cure, bool Transient) Cause(Exception fault) => fault switch
    {
        UnauthorizedAccessException => ("permission denied", "give this user write access to it, or name another --store", false),
        DirectoryNotFoundException or FileNotFoundException =>
            ("the directory, or a part of it, is not there", "if it was removed while in use, start again; else name another --store", false),
        PathTooLongException => ("its path is too long for this file system", "name a --store with a shorter path", false),
        _ => fault.HResult switch
        {
            NoSpace or WindowsDiskFull or WindowsHandleDiskFull =>
                ("the disk is full", "free some space, or name a --store on another disk", false),
            LinuxQuota or MacQuota => ("this user's disk quota is used up", "free some space, or name a --store on another disk", false),
            ReadOnlyFileSystem or WindowsWriteProtect =>
                ("the file system is read-only", "name a --store that can be written", false),
            AlreadyExists or NotADirectory =>
                ("a file stands where it needs a directory, or the reverse", "move that file away, or name another --store", false),
            _ => (fault.Message.TrimEnd('.'), "see whether the disk or its network is in order", true),
        },
    };
}
