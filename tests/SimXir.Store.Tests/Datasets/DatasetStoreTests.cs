using System.Collections.Immutable;
using System.Security.Cryptography;
using SimXir.Experiments;
using SimXir.Testing;

namespace SimXir.Store.Tests;

public sealed class DatasetStoreTests : IDisposable
{
    private static readonly string Fingerprint = new('f', 64);
    private readonly TempDirectory _folder = new();
    private readonly DirectorySource _source = new();
    private readonly IObjectStore _objects;
    private readonly DatasetStore _store;
    private readonly StoredDataset _dataset;

    public DatasetStoreTests()
    {
        _objects = _source.Open();
        _store = new DatasetStore(_objects);
        _dataset = new StoredDataset(DatasetId.Parse("cifar10"), Fingerprint, "cifar-10-batches-bin", ImmutableSortedDictionary<string, PartRef>.Empty
            .Add("one.bin", Write("one.bin", "first")).Add("two.bin", Write("two.bin", "second")));
    }

    public void Dispose()
    {
        _source.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Push_Dataset_IsFoundByFingerprintAndNameAndFetchedWhole()
    {
        Assert.Null(await _store.FindAsync(Fingerprint, Text.Stop));
        Assert.Null(await _store.FindNewestAsync(_dataset.Id, Text.Stop));

        await _store.PushAsync(_dataset, Open, checkExisting: false, Text.Stop);
        await _store.FetchAsync((await _store.FindNewestAsync(_dataset.Id, Text.Stop))!, _folder.Combine("out"), Text.Stop);

        Assert.Equal(["first", "second"], Directory.EnumerateFiles(_folder.Combine("out")).Order().Select(File.ReadAllText));
    }

    [Fact]
    public async Task Push_OfAFileThatIsNotTheOneThatWasHashed_IsRefusedAndNamesNoDataset()
    {
        Write("two.bin", "edited");

        var fault = await Assert.ThrowsAsync<StoreException>(() => _store.PushAsync(_dataset, Open, checkExisting: false, Text.Stop));

        Assert.Equal("'two.bin' of dataset 'cifar10' changed while it was being pushed; see that nothing writes to it, and push it again", fault.Message);
        Assert.Null(await _store.FindAsync(Fingerprint, Text.Stop));
    }

    [Fact]
    public async Task Push_Again_MendsAFileThatWasDamaged()
    {
        await _store.PushAsync(_dataset, Open, checkExisting: false, Text.Stop);
        var name = $"datasets/{Fingerprint}/files/one.bin";
        await _objects.PutAsync(name, Text.Bytes("fir5t"), Text.Stop);
        await Assert.ThrowsAsync<CorruptPartException>(() => _store.FetchAsync(_dataset, _folder.Combine("out"), Text.Stop));

        await _store.PushAsync(_dataset, Open, checkExisting: true, Text.Stop);
        await _store.FetchAsync(_dataset, _folder.Combine("out"), Text.Stop);

        Assert.Equal("first", await File.ReadAllTextAsync(_folder.Combine("out", "one.bin"), Text.Stop));
    }

    [Theory]
    [InlineData("../out.bin")]
    [InlineData("/tmp/out.bin")]
    [InlineData(".hidden")]
    public async Task Fetch_OfAnIndexThatWantsOutOfItsFolder_IsRefused(string name)
    {
        var evil = _dataset with { Files = _dataset.Files.Clear().Add(name, _dataset.Files["one.bin"]) };

        var fault = await Assert.ThrowsAsync<StoreException>(() => _store.FetchAsync(evil, _folder.Combine("out"), Text.Stop));

        Assert.Contains($"names a file '{name}', which leaves its folder", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Collect_OfAStoreWithADataset_LeavesIt()
    {
        await _store.PushAsync(_dataset, Open, checkExisting: false, Text.Stop);

        await new GarbageCollector(_objects).CollectAsync(TimeSpan.FromDays(-1), dryRun: false, Text.Stop);

        await _store.FetchAsync((await _store.FindAsync(Fingerprint, Text.Stop))!, _folder.Combine("out"), Text.Stop);
    }

    private FileStream Open(string name) => File.OpenRead(_folder.Combine(name));

    private PartRef Write(string name, string content)
    {
        File.WriteAllText(_folder.Combine(name), content);
        return new PartRef(Convert.ToHexStringLower(SHA256.HashData(Text.Bytes(content))), content.Length);
    }
}
