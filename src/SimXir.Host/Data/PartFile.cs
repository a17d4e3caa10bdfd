namespace SimXir.Host;

/// <summary>A file that is being downloaded; what came of it stays until it is whole.</summary>
internal static class PartFile
{
    public static long LengthOf(string path) => new FileInfo(path) is { Exists: true } found ? found.Length : 0;

    /// <exception cref="FetchException">It cannot be written, or another process writes it.</exception>
    public static FileStream Open(string path) => Guarded(path, () => new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));

    public static void Write(FileStream file, ReadOnlySpan<byte> bytes)
    {
        try
        {
            file.Write(bytes);
        }
        catch (IOException fault)
        {
            throw Fault(file.Name, fault);
        }
    }

    /// <summary>Turns what a disk refuses into one sentence.</summary>
    public static T Guarded<T>(string path, Func<T> use)
    {
        try
        {
            return use();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Fault(path, fault);
        }
    }

    private static FetchException Fault(string path, Exception fault) =>
        new($"'{path}' cannot be written ({fault.Message.TrimEnd('.')}); see that there is room, that the folder may be written (--data), and that no other process fetches into it", fault);
}
