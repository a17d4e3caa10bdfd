using Microsoft.Win32.SafeHandles;

namespace SimXir.Store;

/// <summary>A file as a lock: flock on POSIX, a sharing mode on Windows. The kernel lets go of it when the process ends, however it ends.</summary>
internal static class ExclusiveFile
{
    private const int LinuxWouldBlock = 11;
    private const int MacWouldBlock = 35;
    private const int SharingViolation = unchecked((int)0x80070020);

    /// <summary>The open lock, or null while anybody else has it open.</summary>
    public static SafeFileHandle? TryOpen(string path, FileMode mode = FileMode.OpenOrCreate)
    {
        try
        {
            return File.OpenHandle(path, mode, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault) when (fault.HResult is LinuxWouldBlock or MacWouldBlock or SharingViolation)
        {
            return null;
        }
    }

    /// <summary>Whether somebody holds it now; a look shuts out no other look.</summary>
    public static bool IsHeld(string path)
    {
        try
        {
            using var look = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return false;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (IOException fault) when (fault.HResult is LinuxWouldBlock or MacWouldBlock or SharingViolation)
        {
            return true;
        }
    }
}
