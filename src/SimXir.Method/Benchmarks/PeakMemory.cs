using System.Globalization;

namespace SimXir.Method;

/// <summary>How much memory the process or a part of its work takes at most; Linux only.</summary>
internal static class PeakMemory
{
    private const string ResetPeak = "5";

    /// <returns>Bytes beyond what the process holds already; null where the system does not tell.</returns>
    public static long? Of(Action action)
    {
        if (!Reset())
        {
            action();
            return null;
        }
        var before = Read("VmRSS:");
        action();
        return Read("VmHWM:") - before;
    }

    /// <returns>Bytes that the process held at most so far; null where the system does not tell.</returns>
    public static long? Resident() => OperatingSystem.IsLinux() ? Read("VmHWM:") : null;

    private static bool Reset()
    {
        if (!OperatingSystem.IsLinux()) return false;
        try
        {
            File.WriteAllText("/proc/self/clear_refs", ResetPeak);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static long? Read(string name)
    {
        var line = File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal));
        return line?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) is [_, var kilobytes, ..]
            ? long.Parse(kilobytes, CultureInfo.InvariantCulture) * 1024
            : null;
    }
}
