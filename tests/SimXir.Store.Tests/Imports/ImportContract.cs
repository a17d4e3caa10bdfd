using System.Security.Cryptography;
using SimXir.Experiments;

namespace SimXir.Store.Tests;

/// <summary>Imports on every store.</summary>
public abstract class ImportContract : IDisposable
{
    private static readonly byte[] Weights = Text.Bytes("the weights of a backbone");
    private static readonly RunEnvironment Environment = new("none", 0, "host", "none", "0.1.0");
    private readonly IStoreSource _source;
    private readonly IObjectStore _store;
    private readonly ImportStore _imports;
    private readonly RoundStore _rounds;
    private readonly ContentStore _parts;

    protected ImportContract(IStoreSource source)
    {
        _source = source;
        _store = source.Open();
        (_imports, _rounds, _parts) = (new ImportStore(_store), new RoundStore(_store), new ContentStore(_store));
    }

    public void Dispose()
    {
        _source.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Put_Import_IsACommittedRoundUnderAName()
    {
        Assert.Null(await _imports.ReadAsync(new ImportId("mine"), Text.Stop));
        Assert.Empty(await _imports.ListAsync(Text.Stop));
        var import = Import("mine");
        await _imports.PutAsync(import, Weights, Environment, Text.Stop);

        Assert.Equal(JsonRecords.Bytes(import), JsonRecords.Bytes((await _imports.ReadAsync(import.Name, Text.Stop))!));
        var manifest = (await _rounds.ReadManifestAsync(import.Key, help: true, Text.Stop))!.Manifest;
        Assert.Equal((StopReason.Completed, 1, import.ImportedAt), (manifest.Outcome, manifest.Fence, manifest.CommittedAt));
        Assert.Equal(Weights, await _parts.ReadAsync(manifest.Parts["weights"], Text.Stop));
        Assert.Equal(import.Recipe.Weights, Assert.IsType<ImportRecipe>(manifest.Recipe).Weights);
    }

    [Fact]
    public async Task Put_TheSameUnderTwoNames_IsOneRound()
    {
        await _imports.PutAsync(Import("b"), Weights, Environment, Text.Stop);
        await _imports.PutAsync(Import("a"), Weights, Environment, Text.Stop);
        Assert.Equal([new ImportId("a"), new ImportId("b")], await _imports.ListAsync(Text.Stop));
        Assert.Equal(1, (await _rounds.ReadHeadAsync(Import("a").Key, Text.Stop))!.Fence);
    }

    [Fact]
    public async Task Put_AnotherUnderItsName_TakesTheName()
    {
        await _imports.PutAsync(Import("mine"), Weights, Environment, Text.Stop);
        var other = Text.Bytes("other weights");
        var import = Import("mine", other);
        await _imports.PutAsync(import, other, Environment, Text.Stop);
        Assert.Equal(import.Key, (await _imports.ReadAsync(import.Name, Text.Stop))!.Key);
        Assert.NotNull(await _rounds.ReadManifestAsync(Import("mine").Key, help: true, Text.Stop));
    }

    [Fact]
    public async Task Put_AgainAfterItsRoundWasRetractedAndTaken_MendsIt()
    {
        var import = Import("mine");
        await _imports.PutAsync(import, Weights, Environment, Text.Stop);
        var stored = (await _rounds.ReadManifestAsync(import.Key, help: true, Text.Stop))!;
        await _rounds.RetractAsync(import.Key, stored, Text.Stop);
        await _parts.DeleteAsync(stored.Manifest.Parts["weights"], Text.Stop);
        Assert.IsType<HeadUpdate.Done>(await _rounds.TakeAsync(import.Key, 7, Text.Stop));

        await _imports.PutAsync(import, Weights, Environment, Text.Stop);

        var mended = (await _rounds.ReadManifestAsync(import.Key, help: true, Text.Stop))!.Manifest;
        Assert.Equal(8, mended.Fence);
        Assert.Equal(Weights, await _parts.ReadAsync(mended.Parts["weights"], Text.Stop));
        Assert.IsType<HeadUpdate.AlreadyCommitted>(await _rounds.TakeAsync(import.Key, 9, Text.Stop));
    }

    [Fact]
    public async Task Put_OverADamagedManifest_MendsIt()
    {
        var import = Import("mine");
        await _store.CreateAsync(RoundNames.Manifest(import.Key), Text.Bytes("{"), Text.Stop);
        await _imports.PutAsync(import, Weights, Environment, Text.Stop);
        Assert.NotNull(await _rounds.ReadManifestAsync(import.Key, help: true, Text.Stop));
    }

    [Fact]
    public async Task Put_WeightsThatAreNotTheRecipes_IsAnErrorOfTheProgram()
    {
        var fault = await Assert.ThrowsAsync<ArgumentException>(() => _imports.PutAsync(Import("mine"), Text.Bytes("other"), Environment, Text.Stop));
        Assert.StartsWith("the recipe of import 'mine' is not that of its weights, sha256:", fault.Message, StringComparison.Ordinal);
        Assert.Empty(await _imports.ListAsync(Text.Stop));
    }

    [Fact]
    public async Task Read_DamagedRecordOrStrangeObjects_IsSaidOrPassedOver()
    {
        await _store.CreateAsync("imports/mine.json", Text.Bytes("[]"), Text.Stop);
        await _store.CreateAsync("imports/deep/er.json", Text.Bytes("{}"), Text.Stop);
        await _store.CreateAsync("imports/note.txt", Text.Bytes("x"), Text.Stop);
        Assert.Equal([new ImportId("mine")], await _imports.ListAsync(Text.Stop));
        var fault = await Assert.ThrowsAsync<CorruptRecordException>(() => _imports.ReadAsync(new ImportId("mine"), Text.Stop));
        Assert.Contains("'imports/mine.json' is corrupt", fault.Message, StringComparison.Ordinal);
    }

    private static StoredImport Import(string name, byte[]? weights = null)
    {
        var recipe = new ImportRecipe
        {
            Backbone = new BackboneSpec { Width = 2 },
            Parents = [],
            Weights = Convert.ToHexStringLower(SHA256.HashData(weights ?? Weights)),
        };
        return new StoredImport(new ImportId(name), RecipeJson.KeyOf(recipe), recipe, "file.pth", new string('0', 64), new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));
    }
}
