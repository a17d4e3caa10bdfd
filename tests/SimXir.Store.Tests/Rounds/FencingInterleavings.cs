using System.Collections.Concurrent;
using SimXir.Experiments;

namespace SimXir.Store.Tests;

/// <summary>Several owners at once, over a store that loses answers and lets every operation interleave.</summary>
public sealed class FencingInterleavings
{
    private const int Rounds = 300;
    private const int Owners = 4;

    [Fact]
    public async Task Owners_AtOnceWithLostAnswers_CommitOneManifestOfNoOlderFence()
    {
        for (var i = 0; i < Rounds; i++) await RunAsync(seed: i);
    }

    private static async Task RunAsync(int seed)
    {
        var truth = new MemoryStore();
        var key = Samples.Key();
        var took = new ConcurrentBag<long>();
        var committed = new ConcurrentBag<long>();

        await Task.WhenAll(Enumerable.Range(1, Owners).Select(async fence =>
        {
            var store = FaultPlans.Retrying(truth, FaultPlans.OneInTen((ulong)((seed * Owners) + fence) << 20));
            var rounds = new RoundStore(store);
            for (var wait = 0; wait < (seed >> fence) % 7; wait++) await Task.Yield();
            var update = fence == 1 ? await rounds.TakeFirstAsync(key, fence, Text.Stop) : await rounds.TakeAsync(key, fence, Text.Stop);
            if (update is not HeadUpdate.Done known) return;
            took.Add(fence);
            for (var step = 1; step <= (seed + fence) % 3; step++)
            {
                if (await rounds.AdvanceAsync(key, Samples.Checkpoint(fence, step), new SlotLedger(), Text.Stop) is not HeadUpdate.Done) return;
            }

            if (await rounds.CommitAsync(Samples.Manifest(fence), fence % 2 == 0 ? known : null, Text.Stop) is CommitOutcome.Committed) committed.Add(fence);
        }));

        var head = await new RoundStore(truth).ReadHeadAsync(key, Text.Stop);
        var manifest = await new RoundStore(truth).ReadManifestAsync(key, help: false, Text.Stop);
        var winner = Assert.Single(committed);
        Assert.Equal(winner, manifest!.Manifest.Fence);
        Assert.Equal(head!.Prepared, manifest.Content);
        Assert.Equal(head.Fence, winner);
        Assert.Equal(took.Max(), winner);
    }
}
