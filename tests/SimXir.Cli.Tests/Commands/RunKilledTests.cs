using System.Globalization;
using System.Text.Json;
using SimXir.Store;
using SimXir.Testing;

namespace SimXir.Cli.Tests;

public sealed class RunKilledTests(FinishedSweep uninterrupted)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    /// <summary>kill -9 in the middle of each of the three pretraining blocks, at a moment after its first checkpoint that the clock chooses.</summary>
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

        var heads = new Dictionary<string, RoundHead>();
        for (var block = 1; block <= 3; block++)
        {
            var finished = store.Manifests();
            await using var process = SimXirProcess.Start(call);
            var title = string.Create(CultureInfo.InvariantCulture, $"pretrain {block}/3");
            heads[title] = await KillAmidAsync(process, store, title, random);
            AssertUntouched(finished, store);
        }
        Assert.Contains(heads.Values, head => head.Prepared is null);
        var before = store.Manifests();

        var last = await SimXirProcess.RunAsync(call);

        Assert.True(last.ExitCode == 0, last.ToString());
        AssertUntouched(before, store);
        Assert.Equal(await uninterrupted.WeightsAsync(), Cells.WeightsOf(last.Output));
        var attempts = new List<int>();
        foreach (var (title, head) in heads) attempts.Add(await AssertResumedAsync(store, title, head));
        Assert.All(Cells.Of(last.Output), cell => Assert.Equal((attempts.Max(), false), (cell.GetProperty("attempts").GetInt32(), cell.GetProperty("cached").GetBoolean())));
        Assert.Equal(await CurveRows.OfAsync("blocks", (await uninterrupted.CopyAsync(whole)).Path), await CurveRows.OfAsync("blocks", store.Path)); // no gap, no double
    }

    /// <summary>Kills a run while it trains a block; the block's head at that moment. On a slow machine the kill may come when the block has ended already: then its head is prepared.</summary>
    private static async Task<RoundHead> KillAmidAsync(SimXirProcess process, TestStore store, string title, Random random)
    {
        while (!process.HasExited && !store.HasPlan("blocks")) await Task.Delay(Look, TimeProvider.System, TestContext.Current.CancellationToken);
        var key = await store.KeyAsync("blocks", title);
        while (!process.HasExited && !(await store.HeadAsync(key) is { } now && (now.Step > 0 || now.Prepared is not null))) await Task.Delay(Look, TimeProvider.System, TestContext.Current.CancellationToken);
        await Task.Delay(TimeSpan.FromMilliseconds(random.Next(0, 400)), TimeProvider.System, TestContext.Current.CancellationToken);
        var result = await process.KillAsync();
        Assert.True(result.ExitCode == 137, result.ToString());
        var head = (await store.HeadAsync(key))!;
        TestContext.Current.TestOutputHelper?.WriteLine($"killed in {title}; its checkpoint has step {head.Step}, fence {head.Fence}{(head.Prepared is null ? "" : ": it had ended")}");
        return head;
    }

    private static void AssertUntouched(IReadOnlyDictionary<string, string> finished, TestStore store)
    {
        var now = store.Manifests();
        Assert.All(finished, manifest => Assert.Equal(manifest.Value, now.GetValueOrDefault(manifest.Key)));
    }

    /// <summary>It went on from its checkpoint, in one attempt more, unless it had ended when its process was killed; how many attempts that makes.</summary>
    private static async Task<int> AssertResumedAsync(TestStore store, string title, RoundHead head)
    {
        var key = await store.KeyAsync("blocks", title);
        var manifest = (await store.ManifestAsync(key))!;
        var fence = head.Prepared is null ? head.Fence + 1 : head.Fence;
        Assert.Equal(((int)fence, fence), (manifest.Attempts, manifest.Fence));
        if (head.Prepared is not null) return manifest.Attempts;
        Assert.Equal(head.Step, FromStep(store.FirstMetricsLine(key, fence)));
        Assert.True(manifest.Ledger.RedoneSeconds + manifest.Ledger.UsefulSeconds > 0);
        Assert.Contains($"{title} [{key.Prefix}]: attempt {fence} granted to", await store.WhyAsync("blocks/fashion-mnist-sample/simsiam/0/baseline"), StringComparison.Ordinal);
        return manifest.Attempts;
    }

    private static long FromStep(string line)
    {
        using var start = JsonDocument.Parse(line);
        return start.RootElement.GetProperty("fromStep").GetInt64();
    }
}
