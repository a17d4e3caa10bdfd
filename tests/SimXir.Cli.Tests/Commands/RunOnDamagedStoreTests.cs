using SimXir.Testing;

namespace SimXir.Cli.Tests;

public sealed class RunOnDamagedStoreTests(FinishedSweep finished) : IDisposable
{
    private const string Baseline = "blocks/fashion-mnist-sample/simsiam/0/baseline";
    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Weights_WithAFlippedByte_AreFoundAndMadeAgain()
    {
        var store = await finished.CopyAsync(_folder);
        var key = await store.KeyAsync("blocks", "pretrain 3/3");
        var file = store.PartFile((await store.ManifestAsync(key))!.Parts["weights"]);
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);

        await AssertMadeAgainAsync(store, key.Value, "pretrain 3/3", "do not have their hash any more");
    }

    [Fact]
    public async Task State_ThatWasDeleted_IsFoundAndMadeAgain()
    {
        var store = await finished.CopyAsync(_folder);
        var key = await store.KeyAsync("blocks", "pretrain 2/3");
        File.Delete(store.PartFile((await store.ManifestAsync(key))!.Parts["state"]));

        await AssertMadeAgainAsync(store, key.Value, "pretrain 2/3", "are missing from the store");
    }

    [Fact]
    public async Task Manifest_ThatWasTruncated_IsMendedFromWhatItsHeadKeeps()
    {
        var store = await finished.CopyAsync(_folder);
        var before = store.Manifests();
        var file = store.ManifestFile(await store.KeyAsync("blocks", "evaluate simxir"));
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(file, bytes[..(bytes.Length / 3)], TestContext.Current.CancellationToken);
        var table = await SimXirProcess.RunAsync("table", "blocks", "--format", "json", "--store", store.Path);
        Assert.Equal((0, ""), (table.ExitCode, table.Errors));
        Assert.Contains("is corrupt", Cells.Of(table.Output)[1].GetProperty("reason").GetString(), StringComparison.Ordinal);

        var result = await RunAsync(store);

        Assert.Equal(before, store.Manifests());
        Assert.Equal([true, true], Cells.CachedOf(result.Output));
    }

    /// <summary>The round is trained again to the same bytes, it says so, and every other round is served as it was.</summary>
    private async Task AssertMadeAgainAsync(TestStore store, string key, string title, string fault)
    {
        var before = store.Manifests();

        var result = await RunAsync(store);

        Assert.Contains($"warning: Round {key[..8]}", result.Errors, StringComparison.Ordinal);
        Assert.Contains(fault, result.Errors, StringComparison.Ordinal);
        Assert.Contains("; it is made again", result.Errors, StringComparison.Ordinal);
        Assert.Equal(await finished.WeightsAsync(), Cells.WeightsOf(result.Output));
        var after = store.Manifests();
        Assert.Equal([key], before.Keys.Where(round => after[round] != before[round]));
        var why = await store.WhyAsync(Baseline);
        Assert.Contains($"{title} [{key[..8]}]: waits for a slot: its ", why, StringComparison.Ordinal);
        Assert.Contains($"{fault}; it is made again", why, StringComparison.Ordinal);
        Assert.Contains("experiment: pretrain 1/3 was there already, verified", why, StringComparison.Ordinal);
    }

    private async Task<SimXirResult> RunAsync(TestStore store)
    {
        var result = await SimXirProcess.RunAsync("run", Spec.WriteTo(_folder.Path, Spec.Blocks), "--store", store.Path, "--json");
        Assert.True(result.ExitCode == 0, result.ToString());
        return result;
    }
}
