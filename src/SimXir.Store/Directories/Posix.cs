using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace SimXir.Store;

/// <summary>The calls of POSIX that .NET does not offer: a hard link, a directory's own handle to flush it, and a file's time by the file system's clock.</summary>
internal static partial class Posix
{
    /// <summary>EEXIST on Linux and macOS.</summary>
    public const int Exists = 17;

    /// <summary>Makes the entry of a created, renamed or deleted file durable; the file's own fsync does not. Windows needs none.</summary>
    public static void FlushDirectory(string path)
    {
        if (OperatingSystem.IsWindows()) return;
        using var handle = new SafeFileHandle(Open(path, 0), ownsHandle: true);
        if (handle.IsInvalid) throw Fault(path);
        RandomAccess.FlushToDisk(handle);
    }

    /// <summary>Gives a file a second name; 0, or the errno of the refusal. Unlike rename it never replaces what is there.</summary>
    public static int TryLink(string existing, string created) => Link(existing, created) == 0 ? 0 : Marshal.GetLastPInvokeError();

    /// <summary>Sets a file's times to now by the clock of its file system, which a time from this process need not agree with.</summary>
    public static void Touch(string path)
    {
        if (SetTimes(path, 0) != 0) throw Fault(path);
    }

    private static IOException Fault(string path) =>
        new($"{Marshal.GetLastPInvokeErrorMessage()} : '{path}'", Marshal.GetLastPInvokeError());

    [LibraryImport("libc", EntryPoint = "link", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string existing, string created);

    [LibraryImport("libc", EntryPoint = "utimes", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetTimes(string path, nint times);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);
}
