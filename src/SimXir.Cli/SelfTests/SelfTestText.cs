using System.Globalization;
using SimXir.Method;

namespace SimXir.Cli;

/// <summary>A self-test as a person reads it: a line a file, each failure, and the end.</summary>
public static class SelfTestText
{
    private const int NameWidth = 20;

    public static string Line(SelfTestFile file)
    {
        var passed = file.Checks.Count(check => check.Passed);
        var count = file.Passed ? Invariant($"{passed,3} passed") : Invariant($"{passed,3} passed, {file.Checks.Length - passed} FAILED");
        return $"{file.Name,-NameWidth}{count}{Worst(file)}";
    }

    public static string Failure(SelfTestCheck check) => $"FAILED {check.Name}: {check.Fault}";

    public static string End(IReadOnlyCollection<SelfTestCheck> checks, string device, ReferenceFolder folder)
    {
        var failed = checks.Count(check => !check.Passed);
        var what = failed == 0 ? Invariant($"All {checks.Count} checks passed") : Invariant($"{failed} of {checks.Count} checks failed");
        return $"{what} on {device}, against {folder.Description}.";
    }

    /// <summary>The error that is largest against its tolerance.</summary>
    private static string Worst(SelfTestFile file)
    {
        var measured = file.Checks.Where(check => check is { Tolerance: > 0, MaxAbsError: not null });
        if (measured.MaxBy(check => check.MaxAbsError / check.Tolerance) is not { } worst) return file.Passed ? ", equal" : "";
        var name = worst.Name[(file.Name.Length + 1)..];
        return Invariant($", worst error {worst.MaxAbsError:0.0e+0} of {worst.Tolerance:0.0e+0} allowed ({name})");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
