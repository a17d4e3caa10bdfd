namespace SimXir.Cli.Tests;

/// <summary>What makes a process believe in another time of day (Debian: libfaketime); how long a second takes stays as it is.</summary>
internal static class WrongClock
{
    private static readonly string? Library = !Directory.Exists("/usr/lib") ? null : Directory.EnumerateDirectories("/usr/lib")
        .Select(folder => Path.Combine(folder, "faketime", "libfaketimeMT.so.1"))
        .FirstOrDefault(File.Exists);

    /// <summary>Environment variables of a process whose clock is so many minutes ahead, or behind where that is negative.</summary>
    public static IReadOnlyDictionary<string, string?> Of(int minutes)
    {
        Assert.SkipWhen(Library is null, "no 'libfaketimeMT.so.1' (Debian: apt install faketime)");
        return new Dictionary<string, string?>
        {
            ["LD_PRELOAD"] = Library,
            ["FAKETIME"] = FormattableString.Invariant($"{minutes:+0;-0}m"),
            ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
            // Set here, so that the worker does not: libfaketime reads the environment on every thread at any time, and dies where it grows meanwhile.
            ["GOMP_SPINCOUNT"] = "1000",
        };
    }
}
