using System.Collections.Immutable;
using System.Globalization;
using SimXir.Experiments;
using SimXir.Store;

namespace SimXir.Grid.Tests;

/// <summary>The same work is done once, whoever asks for it and how often, and again only where its result is gone or damaged.</summary>
public sealed class MemoisationTests
{
    private const int Submissions = 100;

    [Fact]
    public async Task Rounds_AskedForAHundredTimesAtOnce_AreTrainedOnceAndDamageIsMendedAlone()
    {
        await using var cluster = await GridCluster.StartAsync(silos: 2, firstWorker: 1);
        var plan = TestSweeps.Plan("same", pretrainEpochs: 1, blockEpochs: 1);
        SweepPlan[] others = [.. Enumerable.Range(0, Submissions).Select(i => TestSweeps.Plan(string.Create(CultureInfo.InvariantCulture, $"other-{i}"), pretrainEpochs: 1, blockEpochs: 1))];

        var replies = await Task.WhenAll(Enumerable.Repeat(plan, Submissions).Concat(others).Select(each => SubmitAsync(cluster, each)));

        Assert.Equal((1 + Submissions, Submissions - 1), (replies.Count(reply => reply == SubmitReply.Started), replies.Count(reply => reply == SubmitReply.Resumed)));
        foreach (var each in others.Prepend(plan)) Assert.Equal(CellState.Completed, (await cluster.UntilDoneAsync(each.Sweep)).State);
        foreach (var round in plan.Experiments[0].Rounds)
        {
            var state = await new GrainRecords(cluster.Store).RoundAsync(round.Key, TestContext.Current.CancellationToken);
            Assert.Equal((RoundStatus.Completed, 1, 1, 1 + Submissions), (state!.Status, state.Attempts, state.Fence, state.Askers.Count));
        }

        await AssertMendedAsync(cluster, plan, "pretrain 1/1", part => new ContentStore(cluster.Store).DeleteAsync(part));
        await AssertMendedAsync(cluster, plan, "simxir 1/1", part => DamageAsync(cluster.Store, part));
    }

    /// <summary>Damages a round's weights and asks again: that round has a new manifest with the same weights, every other its old one.</summary>
    private static async Task AssertMendedAsync(GridCluster cluster, SweepPlan plan, string title, Func<PartRef, Task> damage)
    {
        var rounds = plan.Experiments[0].Rounds;
        var damaged = rounds.Single(round => round.Title == title);
        var before = await ManifestsAsync(cluster, rounds);
        var submission = (await cluster.UntilDoneAsync(plan.Sweep)).Submission;
        await damage(before[damaged.Key].Manifest.Parts["weights"]);

        Assert.Equal(SubmitReply.Repeated, await SubmitAsync(cluster, plan));
        await cluster.UntilAsync(plan.Sweep, status => status.Submission > submission && status.State == CellState.Completed);

        var after = await ManifestsAsync(cluster, rounds);
        Assert.Equal([damaged.Key], rounds.Where(round => after[round.Key].Content != before[round.Key].Content).Select(round => round.Key));
        Assert.Equal(before[damaged.Key].Manifest.Parts, after[damaged.Key].Manifest.Parts);
        Assert.Equal(PartState.Sound, await new ContentStore(cluster.Store).VerifyAsync(after[damaged.Key].Manifest.Parts["weights"]));
    }

    private static async Task DamageAsync(IObjectStore store, PartRef part)
    {
        var found = (await store.ReadAsync(PartName.Of(part)))!;
        var content = found.Content.ToArray();
        content[^1] ^= 1;
        Assert.NotNull(await store.ReplaceAsync(PartName.Of(part), content, found.ETag));
    }

    private static async Task<IReadOnlyDictionary<RoundKey, StoredManifest>> ManifestsAsync(GridCluster cluster, ImmutableArray<PlannedRound> rounds)
    {
        var manifests = new Dictionary<RoundKey, StoredManifest>();
        foreach (var round in rounds) manifests[round.Key] = (await new RoundStore(cluster.Store).ReadManifestAsync(round.Key))!;
        return manifests;
    }

    private static Task<SubmitReply> SubmitAsync(GridCluster cluster, SweepPlan plan) =>
        cluster.Grains.GetGrain<ISweepGrain>(plan.Sweep.Value).Submit(new SubmitRequest(plan, SpecWriter.Write(plan.Spec)));
}
