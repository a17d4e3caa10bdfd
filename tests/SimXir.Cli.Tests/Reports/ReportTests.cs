using SimXir.Testing;

namespace SimXir.Cli.Tests;

public sealed class ReportTests(FinishedSweep finished) : IDisposable
{
    private static readonly string[] Told = ["Fashion-MNIST sample: kNN top-1", "pretraining: loss", "Slot time", "name: blocks", "libtorch 2.", "contracts  alienates", "By class, "];
    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Report_OfAFinishedSweep_IsOneFile()
    {
        var store = await finished.CopyAsync(_folder);
        var to = _folder.Combine("a", "b");

        Assert.Equal(new SimXirResult(0, $"{to}/blocks.html\n", ""), await SimXirProcess.RunAsync("report", "blocks", "--store", store.Path, "--out", to));
        var page = await File.ReadAllTextAsync(Path.Combine(to, "blocks.html"), TestContext.Current.CancellationToken);

        Assert.Equal(["blocks.html"], Directory.GetFileSystemEntries(to).Select(Path.GetFileName));
        Assert.All(Told, text => Assert.Contains(text, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Report_ToAFile_IsRefused()
    {
        var store = await finished.CopyAsync(_folder);
        var file = _folder.Combine("file");
        await File.WriteAllTextAsync(file, "mine", TestContext.Current.CancellationToken);

        Refusal.Assert(
            await SimXirProcess.RunAsync("report", "blocks", "--store", store.Path, "--out", file),
            $"--out '{file}' is a file; name a folder, which is made where there is none");
    }

    [Theory]
    [InlineData("report", "--out", "out")]
    [InlineData("table", "--against", "paper")]
    public async Task Sweep_WithoutAFinishedCell_IsRefused(string command, string option, string value)
    {
        var store = _folder.Combine("store");
        Assert.Equal(0, (await SimXirProcess.RunAsync("submit", Spec.WriteTo(_folder.Path, Spec.Tiny), "--store", store)).ExitCode);

        Refusal.Assert(
            await SimXirProcess.RunAsync(command, "tiny", "--store", store, option, option == "--out" ? _folder.Combine(value) : value),
            "sweep 'tiny' has no completed cell yet (1 waiting), so it has no figure; 'simxir why tiny' tells where it stands");
    }
}
