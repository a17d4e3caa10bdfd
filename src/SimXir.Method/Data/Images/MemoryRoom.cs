using System.Globalization;
using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>Whether images fit into the memory that is free, asked before they are read.</summary>
internal static class MemoryRoom
{
    private const string LinuxFile = "/proc/meminfo";
    private const string LinuxLine = "MemAvailable:";
    private const double Giga = 1e9;

    /// <summary>What the machine could give now, and no more than this process may have.</summary>
    public static long FreeBytes()
    {
        var may = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes - GC.GetTotalMemory(forceFullCollection: false);
        return Math.Max(0, File.Exists(LinuxFile) && Available(File.ReadLines(LinuxFile)) is { } available ? Math.Min(may, available) : may);
    }

    public static long NeededBytes(ImagesSpec spec, int train, int test) => (train + (long)test) * EachBytes(spec);

    /// <exception cref="DatasetException">They do not fit.</exception>
    public static void Require(DatasetId id, ImagesSpec spec, int train, int test, long freeBytes)
    {
        var (needed, each) = (NeededBytes(spec, train, test), EachBytes(spec));
        if (needed <= freeBytes) return;
        var share = (double)freeBytes / needed;
        throw new DatasetException(string.Create(CultureInfo.InvariantCulture,
            $"dataset '{id}' needs {needed / Giga:0.###} GB of memory ({train} training and {test} test images of {spec.Size} x {spec.Size} pixels, {each} bytes each), and {freeBytes / Giga:0.###} GB are free: "
            + $"take a part of it with subset: {{ train: {(int)(train * share)}, test: {(int)(test * share)} }} or fewer, make them smaller with images: {{ size: … }}, or use a machine with more"));
    }

    private static long EachBytes(ImagesSpec spec) => (long)ImageSet.Channels * spec.Size * spec.Size;

    /// <param name="lines">Of Linux's list of memory.</param>
    /// <returns>Null where it does not say.</returns>
    internal static long? Available(IEnumerable<string> lines)
    {
        var line = lines.FirstOrDefault(line => line.StartsWith(LinuxLine, StringComparison.Ordinal));
        return line?[LinuxLine.Length..].Trim().Split(' ') is [var kilobytes, "kB"] && long.TryParse(kilobytes, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value * 1024 : null;
    }
}
