using System.Runtime.InteropServices;

namespace SimXir.Method;

/// <summary>
/// glibc's malloc, told to keep memory. By default each activation above 32 MB is mapped anew and handed back at once, and the kernel
/// zeroes its pages on every step; libtorch has no cache of its own on a CPU.
/// </summary>
internal static partial class Allocator
{
    private const int TrimThreshold = -1;
    private const int TopPad = -2;
    private const int MmapMax = -4;
    private const int TopPadBytes = 64 << 20;

    public static string Tune()
    {
        if (!OperatingSystem.IsLinux()) return "allocator: the system's (no glibc)";
        try
        {
            return mallopt(MmapMax, 0) == 1 && mallopt(TrimThreshold, int.MaxValue) == 1 && mallopt(TopPad, TopPadBytes) == 1
                ? "allocator: glibc, keeps memory between steps"
                : "allocator: glibc's defaults (it refused the settings)";
        }
        catch (Exception fault) when (fault is DllNotFoundException or EntryPointNotFoundException)
        {
            return "allocator: the system's (no glibc)";
        }
    }

    [LibraryImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int mallopt(int option, int value);
}
