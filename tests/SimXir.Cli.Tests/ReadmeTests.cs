using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SimXir.Testing;

namespace SimXir.Cli.Tests;

public sealed partial class ReadmeTests
{
    private static readonly string[] Rows = ["baseline", "simxir *", "variant †", "gain *", "gain †"];
    private static readonly string[] Methods = ["moco", "simclr", "byol", "simsiam"];
    private static readonly string[] Formats = ["text", "md", "csv", "json"];

    /// <summary>A stranger's first minutes: the command that the README begins with, and a look at what it left.</summary>
    [Fact]
    public async Task FirstCommand_OfTheReadme_EndsWithTheTableAndLeavesAReadableStore()
    {
        using var folder = new TempDirectory();
        var store = folder.Combine("store");
        var command = FirstCommand().Match(await File.ReadAllTextAsync(RepositoryFolder.Combine("README.md"), TestContext.Current.CancellationToken)).Groups[1].Value;
        Assert.Equal("dotnet run -c Release --project src/SimXir.Cli -- run quickstart", command);
        string[] words = [.. command.Split(' '), "--store", store];
        await using var process = SimXirProcess.StartCommand(words[0], words[1..], RepositoryFolder.Path);

        var run = await process.EndAsync();

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Matches(ProgressLine(), run.Output);
        Assert.All(Rows, row => Assert.Contains($"\n  {row} ", run.Output, StringComparison.Ordinal));
        await AssertReadableAsync(store, run.Output);
    }

    private static async Task AssertReadableAsync(string store, string output)
    {
        var tables = new Dictionary<string, string>();
        foreach (var format in Formats) tables[format] = await ReadAsync("table", "quickstart", "--format", format, "--store", store);
        Assert.EndsWith(tables["text"], output, StringComparison.Ordinal);
        Assert.Contains("| ", tables["md"], StringComparison.Ordinal);
        Assert.Equal(1 + 12, tables["csv"].TrimEnd('\n').Split('\n').Length);
        Assert.Equal(
            from method in Methods
            from treatment in (string[])["baseline", "simxir", "variant"]
            select $"{method} {treatment}",
            Cells.Of(tables["json"]).Select(cell => $"{cell.GetProperty("method")} {cell.GetProperty("treatment")}"));
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"{"quickstart",-32} Completed  12/12 cells\n"), await ReadAsync("list", "--store", store));
        using var list = JsonDocument.Parse(await ReadAsync("list", "--json", "--store", store));
        Assert.Equal("quickstart", list.RootElement.GetProperty("sweeps")[0].GetProperty("sweep").GetString());
        Assert.StartsWith(
            $"quickstart: Completed\n{string.Concat(Methods.Select(method => $"  fashion-mnist-sample {method} seed 0: Completed, 7/7 rounds\n"))}slot time ",
            await ReadAsync("status", "quickstart", "--store", store),
            StringComparison.Ordinal);
        using var status = JsonDocument.Parse(await ReadAsync("status", "quickstart", "--json", "--store", store));
        Assert.Equal("Completed", status.RootElement.GetProperty("state").GetString());
        var why = await ReadAsync("why", "quickstart/fashion-mnist-sample/simsiam/0/simxir", "--store", store);
        Assert.Contains("simxir 1/1 [", why, StringComparison.Ordinal);
        Assert.Contains("sweep: ended: Completed", why, StringComparison.Ordinal);
    }

    private static async Task<string> ReadAsync(params string[] command)
    {
        var result = await SimXirProcess.RunAsync(command);
        Assert.True(result is { ExitCode: 0, Errors: "" }, result.ToString());
        return result.Output;
    }

    [GeneratedRegex(@"^```sh\n(?:\$ )?([^\n]+)\n", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex FirstCommand();

    [GeneratedRegex(@"fashion-mnist-sample simsiam seed 0  pretrain 1/2  epoch \d+/\d+  loss -?\d", RegexOptions.CultureInvariant)]
    private static partial Regex ProgressLine();
}
