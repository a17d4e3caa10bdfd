using System.Globalization;
using SimXir.Testing;

namespace SimXir.Cli.Tests;

/// <summary>The curves of a store as <c>simxir export csv</c> writes them.</summary>
internal static class CurveRows
{
    /// <summary>Stage, round, step, epoch, loss, learning rate, kNN and spread: all that does not depend on when it was measured.</summary>
    public static async Task<IReadOnlyList<string>> OfAsync(string sweep, string store)
    {
        using var folder = new TempDirectory();
        var result = await SimXirProcess.RunAsync("export", "csv", sweep, "--store", store, "--out", folder.Path);
        Assert.True(result.ExitCode == 0, result.ToString());
        var lines = await File.ReadAllLinesAsync(folder.Combine("curves.csv"), TestContext.Current.CancellationToken);
        return [.. lines.Skip(1).Select(line => string.Join(',', line.Split(',')[4..12]))];
    }

    public static IEnumerable<long> Steps(IEnumerable<string> rows, string stage) =>
        rows.Where(row => row.StartsWith(stage + ",", StringComparison.Ordinal)).Select(row => long.Parse(row.Split(',')[2], CultureInfo.InvariantCulture));
}
