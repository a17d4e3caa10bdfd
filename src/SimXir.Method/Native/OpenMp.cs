using System.Runtime.InteropServices;

namespace SimXir.Method;

/// <summary>
/// How libtorch's OpenMP threads wait for each other. By default they spin for milliseconds, and where a core is taken from one of them,
/// by another program or a container's quota, all others burn their time slices: a step was seen to take 20 times as long. A short spin,
/// then sleep, costs a quiet machine a few per cent at most.
/// </summary>
/// <remarks>libgomp reads the environment when it is loaded, so this comes first. What the user has set stays.</remarks>
internal static partial class OpenMp
{
    private const string SpinCount = "GOMP_SPINCOUNT";
    private const string WaitPolicy = "OMP_WAIT_POLICY";
    private const string Turns = "1000";

    public static string Tune()
    {
        if (!OperatingSystem.IsLinux()) return "thread waits: the system's";
        foreach (var name in (string[])[SpinCount, WaitPolicy])
            if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } set) return $"thread waits: {name}={set}, as set";
        try
        {
            // .NET keeps its own copy of the environment; libgomp looks at the C library's.
            return setenv(SpinCount, Turns, 0) == 0
                ? "thread waits: short spins"
                : "thread waits: the default (the environment cannot be set)";
        }
        catch (Exception fault) when (fault is DllNotFoundException or EntryPointNotFoundException)
        {
            return "thread waits: the default (no C library by the name of libc)";
        }
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int setenv(string name, string value, int overwrite);
}
