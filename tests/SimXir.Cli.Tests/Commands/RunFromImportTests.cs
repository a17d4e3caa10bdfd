using SimXir.Testing;

namespace SimXir.Cli.Tests;

public sealed class RunFromImportTests(FinishedSweep finished) : IDisposable
{
    private readonly TempDirectory _folder = new();

    private string Store => _folder.Combine("tuned");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Import_ThatIsNotThereOrAnotherBackbone_IsRefusedWithItsLine()
    {
        var spec = Spec.WriteTo(_folder.Path, Spec.FromImport);
        Refusal.Assert(await SimXirProcess.RunAsync("run", spec, "--store", Store), $"""
            spec.yaml has 1 fault:
              line 7: pretrain.from: the store {Store} has no import 'mine'; it has none yet. Import it first: simxir checkpoint import FILE --name mine.
            """);
        await ImportAsync("other");
        Refusal.Assert(await SimXirProcess.RunAsync("run", spec, "--store", Store), $"""
            spec.yaml has 1 fault:
              line 7: pretrain.from: the store {Store} has no import 'mine'; it has other. Import it first: simxir checkpoint import FILE --name mine.
            """);
        var wide = Spec.FromImport.Replace("width: 16", "width: 9", StringComparison.Ordinal).Replace("mine", "other", StringComparison.Ordinal);
        Refusal.Assert(await SimXirProcess.RunAsync("run", Spec.WriteTo(_folder.Path, wide), "--store", Store), """
            spec.yaml has 1 fault:
              line 6: backbone: a resnet18 of width 9 with the cifar stem cannot start from import 'other'; that is a resnet18 of width 16 with the cifar stem. Write backbone: { arch: resnet18, width: 16, stem: cifar }.
            """);
    }

    /// <summary>The import is exactly what the sweep pretrained, so that everything after it comes out as there. Then its weights are lost: a
    /// new sweep says what to do, and doing it helps.</summary>
    [Fact]
    public async Task Run_FromAnImport_GivesTheFiguresOfItsPretrainingAndSaysWhenItIsLost()
    {
        await ImportAsync("mine");
        var result = await RunAsync(Spec.FromImport);
        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Equal(Figures(await finished.OutputAsync()), Figures(result.Output));
        Assert.Equal(await finished.WeightsAsync(), Cells.WeightsOf(result.Output));
        Assert.Contains("import mine was there already, verified", await new TestStore(Store).WhyAsync("tuned/fashion-mnist-sample/simsiam/0"), StringComparison.Ordinal);

        var weights = Cells.WeightsOf(result.Output)["baseline"].Split(':')[1];
        File.Delete(Path.Combine(Store, "objects", "sha256", weights[..2], weights));
        var more = Spec.FromImport.Replace("name: tuned", "name: more", StringComparison.Ordinal)
            .Replace("[baseline, simxir]", "[baseline]", StringComparison.Ordinal).Replace("knn: [5]", "knn: [7]", StringComparison.Ordinal);
        const string Lost = "import mine: DataFault: the weights of import mine are gone from the store or damaged, and no training brings them back; import the file again: simxir checkpoint import FILE --name mine";
        var lost = await RunAsync(more);
        Assert.Equal((1, Lost), (lost.ExitCode, Assert.Single(Cells.Of(lost.Output)).GetProperty("reason").GetString()));

        await ImportAsync("mine");
        var mended = await RunAsync(more);
        Assert.True(mended.ExitCode == 0, mended.ToString());
    }

    private async Task ImportAsync(string name)
    {
        var store = await finished.CopyAsync(_folder);
        var key = await store.KeyAsync("blocks", "pretrain 3/3");
        var file = store.PartFile((await store.ManifestAsync(key))!.Parts["weights"]);
        var imported = await SimXirProcess.RunAsync("checkpoint", "import", file, "--name", name, "--store", Store);
        Assert.True(imported is { ExitCode: 0, Errors: "" }, imported.ToString());
        Directory.Delete(store.Path, recursive: true);
    }

    private Task<SimXirResult> RunAsync(string spec) => SimXirProcess.RunAsync("run", Spec.WriteTo(_folder.Path, spec), "--store", Store, "--json");

    private static IEnumerable<string> Figures(string output) => Cells.Of(output).Select(cell =>
        $"{cell.GetProperty("treatment")} {cell.GetProperty("knn")} {cell.GetProperty("linear")} {cell.GetProperty("featureSpread")}");
}
