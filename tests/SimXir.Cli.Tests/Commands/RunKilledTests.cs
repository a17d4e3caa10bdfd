using System.Globalization;
using System.Text.Json;
using SimXir.Testing;

namespace SimXir.Cli.Tests;

public sealed class RunKilledTests(FinishedSweep uninterrupted)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    /// <summary>kill -9 in the middle of each of the three pretraining blocks, at a step and a moment that the clock chooses.</summary>
    [Fact]
    public async Task Run_KilledThreeTimes_GoesOnFromItsCheckpointsToTheSameWeights()
    {
        var seed = (int)(TimeProvider.System.GetTimestamp() % int.MaxValue);
        TestContext.Current.TestOutputHelper?.WriteLine($"seed of the moments: {seed}");
        var random = new Random(seed);
        using var folder = new TempDirectory();
        using var whole = new TempDirectory();
        var store = new TestStore(folder.Combine("store"));
        string[] call = ["run", Spec.WriteTo(folder.Path, Spec.Blocks), "--store", store.Path, "--checkpoint-every", "0.1", "--json"];

        for (var block = 1; block <= 3; block++)
        {
            var finished = store.Manifests();
            await using var process = SimXirProcess.Start(call);
            var title = string.Create(CultureInfo.InvariantCulture, $"pretrain {block}/3");
            await KillAmidAsync(process, store, title, random);
            AssertUntouched(finished, store);
            Assert.Equal(block - 1, store.Manifests().Count);
        }
        var key = await store.KeyAsync("blocks", "pretrain 3/3");
        var head = (await store.HeadAsync(key))!;
        var before = store.Manifests();

        var last = await SimXirProcess.RunAsync(call);

        Assert.True(last.ExitCode == 0, last.ToString());
        AssertUntouched(before, store);
        Assert.Equal(await uninterrupted.WeightsAsync(), Cells.WeightsOf(last.Output));
        Assert.All(Cells.Of(last.Output), cell => Assert.Equal((2, false), (cell.GetProperty("attempts").GetInt32(), cell.GetProperty("cached").GetBoolean())));
        Assert.Equal(await CurveRows.OfAsync("blocks", (await uninterrupted.CopyAsync(whole)).Path), await CurveRows.OfAsync("blocks", store.Path)); // no gap, no double
        for (var block = 1; block <= 3; block++) await AssertResumedAsync(store, string.Create(CultureInfo.InvariantCulture, $"pretrain {block}/3"));
        Assert.Equal(head.Step, FromStep(store.FirstMetricsLine(key, head.Fence + 1)));
    }

    private static async Task KillAmidAsync(SimXirProcess process, TestStore store, string title, Random random)
    {
        while (!process.HasExited && !store.HasPlan("blocks")) await Task.Delay(Look, TimeProvider.System, TestContext.Current.CancellationToken);
        var key = await store.KeyAsync("blocks", title);
        var step = random.Next(1, Spec.StepsOfBlock / 4); // so that the block has not ended when the kill arrives, on a slow machine too
        while (!process.HasExited && !(await store.HeadAsync(key) is { } head && (head.Step >= step || head.Prepared is not null))) await Task.Delay(Look, TimeProvider.System, TestContext.Current.CancellationToken);
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(0, 100)), TimeProvider.System, TestContext.Current.CancellationToken);
        var result = await process.KillAsync();
        Assert.True(result.ExitCode == 137, result.ToString());
        TestContext.Current.TestOutputHelper?.WriteLine($"killed in {title} at or after step {step}; its checkpoint has step {(await store.HeadAsync(key))!.Step}");
    }

    private static void AssertUntouched(IReadOnlyDictionary<string, string> finished, TestStore store)
    {
        var now = store.Manifests();
        Assert.All(finished, manifest => Assert.Equal(manifest.Value, now.GetValueOrDefault(manifest.Key)));
    }

    private static async Task AssertResumedAsync(TestStore store, string title)
    {
        var key = await store.KeyAsync("blocks", title);
        var manifest = (await store.ManifestAsync(key))!;
        Assert.Equal((2, 2L), (manifest.Attempts, manifest.Fence));
        Assert.InRange(FromStep(store.FirstMetricsLine(key, 2)), 1, Spec.StepsOfBlock - 1);
        Assert.True(manifest.Ledger.RedoneSeconds + manifest.Ledger.UsefulSeconds > 0);
        Assert.Contains($"{title} [{key.Prefix}]: attempt 2 granted to", await store.WhyAsync("blocks/fashion-mnist-sample/simsiam/0/baseline"), StringComparison.Ordinal);
    }

    private static long FromStep(string line)
    {
        using var start = JsonDocument.Parse(line);
        return start.RootElement.GetProperty("fromStep").GetInt64();
    }
}
