using Microsoft.Win32.SafeHandles;

namespace SimXir.Store;

/// <summary>One object's file, read whole or appended to.</summary>
internal static class ObjectFile
{
    /// <summary>The file for reading, or null if there is none; others may go on appending to it, replacing or deleting it.</summary>
    public static SafeFileHandle? TryOpen(string path)
    {
        try
        {
            return File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, FileOptions.SequentialScan);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (UnauthorizedAccessException) when (Directory.Exists(path))
        {
            // A folder of other objects.
            return null;
        }
    }

    public static byte[]? TryRead(string path)
    {
        using var file = TryOpen(path);
        if (file is null) return null;
        var content = new byte[RandomAccess.GetLength(file)];
        ReadExactly(file, content, 0);
        return content;
    }

    /// <summary>Appends if the length is as expected; a failed append is taken back, so that it can be tried again.</summary>
    public static bool Append(string path, long expectedLength, ReadOnlySpan<byte> content)
    {
        if (expectedLength > 0 && !File.Exists(path)) return false;
        StoreFolder.EnsureFolder(Path.GetDirectoryName(path)!);
        using var file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        var length = RandomAccess.GetLength(file);
        if (length != expectedLength) return length >= expectedLength + content.Length && Stands(file, expectedLength, content);
        try
        {
            RandomAccess.Write(file, content, expectedLength);
            RandomAccess.FlushToDisk(file);
        }
        catch (IOException)
        {
            RandomAccess.SetLength(file, expectedLength);
            throw;
        }

        if (expectedLength == 0) Posix.FlushDirectory(Path.GetDirectoryName(path)!);
        return true;
    }

    /// <summary>Sets its time to now, durably; false if there is no such file.</summary>
    public static bool Touch(string path)
    {
        if (!File.Exists(path)) return false;
        if (OperatingSystem.IsWindows()) File.SetLastWriteTimeUtc(path, TimeProvider.System.GetUtcNow().UtcDateTime);
        else Posix.Touch(path);
        using var file = TryOpen(path);
        if (file is not null && !OperatingSystem.IsWindows()) RandomAccess.FlushToDisk(file);
        return file is not null;
    }

    public static bool Delete(string path)
    {
        File.Delete(path);
        Posix.FlushDirectory(Path.GetDirectoryName(path)!);
        return true;
    }

    private static bool Stands(SafeFileHandle file, long position, ReadOnlySpan<byte> content)
    {
        var found = new byte[content.Length];
        ReadExactly(file, found, position);
        return content.SequenceEqual(found);
    }

    private static void ReadExactly(SafeFileHandle file, Span<byte> buffer, long position)
    {
        while (buffer.Length > 0)
        {
            var read = RandomAccess.Read(file, buffer, position);
            if (read == 0) throw new EndOfStreamException("a file became shorter while it was read");
            buffer = buffer[read..];
            position += read;
        }
    }
}
