using SimXir.Testing;

namespace SimXir.Cli.Tests;

public sealed class ExportTests(FinishedSweep finished) : IDisposable
{
    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Csv_OfAFinishedSweep_HasEveryEpochOfEveryStageOnce()
    {
        var store = await finished.CopyAsync(_folder);

        var rows = await CurveRows.OfAsync("blocks", store.Path);

        Assert.Equal(Enumerable.Range(1, 18).Select(epoch => epoch * 8L), CurveRows.Steps(rows, "pretrain"));
        Assert.Equal([8L], CurveRows.Steps(rows, "simxir"));
        Assert.Equal(["pretrain 1/3", "pretrain 2/3", "pretrain 3/3", "simxir 1/1"], rows.Select(row => row.Split(',')[1]).Distinct());
        Assert.All(rows, row => Assert.All(row.Split(',')[..6], Assert.NotEmpty)); // the monitor looks after some epochs only
        Assert.Contains(rows, row => row.Split(',')[6..].All(figure => figure.Length > 0));
    }

    [Fact]
    public async Task TensorBoard_OfAFinishedSweep_IsARunForEachStage()
    {
        var store = await finished.CopyAsync(_folder);
        var to = _folder.Combine("board");

        var result = await SimXirProcess.RunAsync("export", "tensorboard", "blocks", "--store", store.Path, "--out", to);

        Assert.Equal(new SimXirResult(0, $"2 runs, 19 steps: {to}\n", ""), result);
        var runs = Directory.GetFiles(to, "events.out.tfevents.*.simxir", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(to, Path.GetDirectoryName(file)!)).Order();
        Assert.Equal(["fashion-mnist-sample/simsiam/seed-0/pretrain", "fashion-mnist-sample/simsiam/seed-0/simxir"], runs);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("tensorboard")]
    public async Task Export_ToAFile_IsRefused(string kind)
    {
        var store = await finished.CopyAsync(_folder);
        var file = _folder.Combine("file");
        await File.WriteAllTextAsync(file, "mine", TestContext.Current.CancellationToken);

        Refusal.Assert(
            await SimXirProcess.RunAsync("export", kind, "blocks", "--store", store.Path, "--out", file),
            $"--out '{file}' is a file; name a folder, which is made where there is none");
        Assert.Equal("mine", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Export_OfASweepThatHasMeasuredNothing_IsRefused()
    {
        var store = _folder.Combine("store");
        Assert.Equal(0, (await SimXirProcess.RunAsync("submit", Spec.WriteTo(_folder.Path, Spec.Tiny), "--store", store)).ExitCode);

        Refusal.Assert(
            await SimXirProcess.RunAsync("export", "csv", "tiny", "--store", store, "--out", _folder.Combine("out")),
            "sweep 'tiny' has measured nothing yet: none of its rounds has come as far; 'simxir why tiny' tells where it stands");
    }

    [Theory]
    [InlineData("'simxir export' has no command 'wandb'; known: tensorboard, csv", "export", "wandb", "blocks")]
    [InlineData("--format: Argument 'xls' not recognized. Must be one of: 'text' 'md' 'csv' 'latex' 'json'", "table", "blocks", "--format", "xls")]
    [InlineData("--against: Argument 'theirs' not recognized. Must be one of: 'paper'", "table", "blocks", "--against", "theirs")]
    public async Task Choice_ThatIsNone_IsRefusedWithThoseThatAre(string message, params string[] command)
    {
        var result = await SimXirProcess.RunAsync(command);

        Assert.Equal((2, $"simxir: {message}"), (result.ExitCode, result.Errors.Split('\n')[0].Trim()));
    }

    [Fact]
    public async Task Table_AgainstThePaperOfASweepThatItHasNothingOf_IsRefused()
    {
        var store = await finished.CopyAsync(_folder);

        Refusal.Assert(
            await SimXirProcess.RunAsync("table", "blocks", "--store", store.Path, "--against", "paper"),
            "the paper has no figure that sweep 'blocks' has: its tables are of svhn, cifar10 and cifar100 with moco, simclr, byol, simsiam, neighbours 5, 7, 11, 15, 17, 21 and linear probes, the sweep is of fashion-mnist-sample with simsiam; leave --against out");
    }
}
