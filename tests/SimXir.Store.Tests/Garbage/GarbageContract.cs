using System.Collections.Immutable;
using SimXir.Experiments;

namespace SimXir.Store.Tests;

/// <summary>A collection on every store.</summary>
public abstract class GarbageContract : IDisposable
{
    private const int Dead = 99;
    private readonly IStoreSource _source;
    private readonly IObjectStore _store;
    private readonly ContentStore _parts;
    private readonly RoundStore _rounds;

    protected GarbageContract(IStoreSource source)
    {
        _source = source;
        _store = source.Open();
        (_parts, _rounds) = (new ContentStore(_store), new RoundStore(_store));
    }

    public void Dispose()
    {
        _source.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Collect_AFinishedSweepAmongOrphans_LeavesItWholeAndThemGone()
    {
        var kept = await WriteSweepAsync();
        await WriteOrphansAsync();
        var before = await AgeAsync();
        var young = await _parts.PutAsync(Text.Bytes("young"), cancellation: Text.Stop);

        var announced = await CollectAsync(before, dryRun: true);
        Assert.Equal(kept.Count + 8 + 1, (await _store.NamesAsync("")).Count);
        var done = await CollectAsync(before, dryRun: false);

        Assert.Equal(announced.Deleted, done.Deleted);
        Assert.Equal([(GarbageKind.Part, 2), (GarbageKind.RoundRecord, 3), (GarbageKind.GrainRecord, 3)], done.Deleted.Select(line => (line.Kind, line.Count.Objects)));
        Assert.Equal((8, new GarbageCount(1, 5)), (done.Total.Objects, done.Spared));
        Assert.Equal(kept.Append(PartName.Of(young)).Order(StringComparer.Ordinal), await _store.NamesAsync(""));
        foreach (var round in SamplePlan.Plan.Experiments[0].Rounds)
        {
            var manifest = (await _rounds.ReadManifestAsync(round.Key, help: true, Text.Stop))!.Manifest;
            foreach (var part in manifest.Parts.Values) Assert.Equal(PartState.Sound, await _parts.VerifyAsync(part, Text.Stop));
        }

        Assert.Equal(0, (await CollectAsync(before, dryRun: false)).Total.Objects);
    }

    [Fact]
    public async Task Collect_AResultTakenUpSinceTheListing_LeavesIt()
    {
        await WriteOrphansAsync();
        var before = await AgeAsync();

        var found = await _rounds.KeepAsync(Samples.Key(Dead), Text.Stop);
        var shared = await _parts.PutAsync(Text.Bytes("nobody's"), checkExisting: true, Text.Stop);
        await CollectAsync(before, dryRun: false);

        Assert.Equal(found!.Content, (await _rounds.ReadManifestAsync(Samples.Key(Dead), help: true, Text.Stop))!.Content);
        foreach (var part in found.Manifest.Parts.Values.Append(shared)) Assert.Equal(PartState.Sound, await _parts.VerifyAsync(part, Text.Stop));
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("manifest")]
    [InlineData("head")]
    public async Task Collect_ARecordThatCannotBeRead_DeletesNothingAndNamesIt(string which)
    {
        await WriteSweepAsync();
        await WriteOrphansAsync();
        var name = which switch
        {
            "plan" => SweepNames.Plan(SamplePlan.Plan.Sweep),
            "manifest" => RoundNames.Manifest(SamplePlan.Pretrain.Key),
            _ => RoundNames.Head(SamplePlan.Pretrain.Key),
        };
        await _store.ReplaceAsync(name, Text.Bytes("{"), await _store.ETagAsync(name), Text.Stop);
        var before = await AgeAsync();
        var names = await _store.NamesAsync("");

        var fault = await Assert.ThrowsAsync<CorruptRecordException>(() => CollectAsync(before, dryRun: false));

        Assert.Contains($"'{name}' is corrupt", fault.Message, StringComparison.Ordinal);
        Assert.Equal(names, await _store.NamesAsync(""));
    }

    private Task<GarbageReport> CollectAsync(DateTimeOffset before, bool dryRun) => new GarbageCollector(_store).CollectAsync(before, dryRun, Text.Stop);

    /// <summary>All that a collection must leave.</summary>
    private async Task<List<string>> WriteSweepAsync()
    {
        await new SweepStore(_store).WriteAsync("name: mini", SamplePlan.Plan, Text.Stop);
        foreach (var round in SamplePlan.Plan.Experiments[0].Rounds) await CommitAsync(round.Recipe, round.Title);
        var weights = await _parts.PutAsync(Text.Bytes("imported"), cancellation: Text.Stop);
        var import = new ImportRecipe { Backbone = new BackboneSpec(), Parents = [], Weights = weights.Sha256 };
        var named = new StoredImport(new ImportId("mine"), RecipeJson.KeyOf(import), import, "mine.pth", weights.Sha256, Samples.Manifest(1).StartedAt);
        await new ImportStore(_store).PutAsync(named, Text.Bytes("imported"), Samples.Manifest(1).Environment, Text.Stop);
        foreach (var (type, key) in new[] { ("sweep", "mini"), ("experiment", "mini/cifar10/simsiam/0"), ("round", SamplePlan.Pretrain.Key.Value), ("directory", "0"), ("pool", "default") })
            await _store.CreateAsync(GrainNames.Of(type, key), "{}");
        return await _store.NamesAsync("");
    }

    /// <summary>Three parts, three records of a round, and three memories.</summary>
    private async Task WriteOrphansAsync()
    {
        await CommitAsync(Samples.Recipe(Dead), "dead");
        await _store.CreateAsync(RoundNames.Log(Samples.Key(Dead), 1), "a log");
        await _parts.PutAsync(Text.Bytes("nobody's"), cancellation: Text.Stop);
        foreach (var (type, key) in new[] { ("sweep", "gone"), ("experiment", "gone/cifar10/simsiam/0"), ("round", Samples.Key(Dead).Value) })
            await _store.CreateAsync(GrainNames.Of(type, key), "{}");
    }

    private async Task CommitAsync(RoundRecipe recipe, string content)
    {
        var part = await _parts.PutAsync(Text.Bytes(content), cancellation: Text.Stop);
        await _rounds.TakeAsync(RecipeJson.KeyOf(recipe), 1, Text.Stop);
        var manifest = Samples.Manifest(1, recipe) with { Parts = ImmutableSortedDictionary<string, PartRef>.Empty.Add("weights", part) };
        Assert.IsType<CommitOutcome.Committed>(await _rounds.CommitAsync(manifest, Text.Stop));
    }

    private async Task<DateTimeOffset> AgeAsync() => await _store.NextTickAsync([.. await _store.NamesAsync("")]);
}
