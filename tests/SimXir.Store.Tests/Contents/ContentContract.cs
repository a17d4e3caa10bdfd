using System.Security.Cryptography;
using SimXir.Experiments;

namespace SimXir.Store.Tests;

public abstract class ContentContract : IDisposable
{
    private readonly IStoreSource _source;
    private readonly IObjectStore _store;
    private readonly ContentStore _parts;

    protected ContentContract(IStoreSource source)
    {
        _source = source;
        _store = source.Open();
        _parts = new ContentStore(_store);
    }

    public void Dispose()
    {
        _source.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Put_BytesOrStream_IsTheSamePartOnce()
    {
        var content = Text.Bytes("weights");
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));

        var part = await _parts.PutAsync(content, cancellation: Text.Stop);
        using var stream = new MemoryStream(Text.Bytes("..weights")) { Position = 2 };

        Assert.Equal(new PartRef(hash, 7), part);
        Assert.Equal(part, await _parts.PutAsync(stream, cancellation: Text.Stop));
        Assert.Equal([$"objects/sha256/{hash[..2]}/{hash}"], await _store.NamesAsync(""));
        Assert.Equal(content, await _parts.ReadAsync(part, Text.Stop));
        Assert.Equal(PartState.Sound, await _parts.VerifyAsync(part, Text.Stop));
    }

    [Fact]
    public async Task Put_EmptyContent_IsSound()
    {
        var part = await _parts.PutAsync(ReadOnlyMemory<byte>.Empty, cancellation: Text.Stop);

        Assert.Empty(await _parts.ReadAsync(part, Text.Stop));
        Assert.Equal(PartState.Sound, await _parts.VerifyAsync(part, Text.Stop));
    }

    [Theory]
    [InlineData("weighty", "its SHA-256 is ")]
    [InlineData("weight", "it has 6 bytes instead of 7")]
    [InlineData("weights!", "it has 8 bytes instead of 7")]
    [InlineData("", "it has 0 bytes instead of 7")]
    public async Task Read_PartThatChanged_SaysWhatWasFound(string found, string expected)
    {
        var part = await DamagedAsync(found);

        var fault = await Assert.ThrowsAsync<CorruptPartException>(() => _parts.ReadAsync(part, Text.Stop));

        Assert.Contains($"'{PartName.Of(part)}' is corrupt: {expected}", fault.Message, StringComparison.Ordinal);
        Assert.Equal((part, PartState.Corrupt), (fault.Part, fault.State));
        Assert.Equal(PartState.Corrupt, await _parts.VerifyAsync(part, Text.Stop));
    }

    [Fact]
    public async Task Read_PartThatIsGone_IsMissing()
    {
        var part = await _parts.PutAsync(Text.Bytes("weights"), cancellation: Text.Stop);
        Assert.True(await _parts.DeleteAsync(part, Text.Stop));

        var fault = await Assert.ThrowsAsync<CorruptPartException>(() => _parts.ReadAsync(part, Text.Stop));

        Assert.Equal(
            $"store '{_store.Description}': '{PartName.Of(part)}' (7 bytes) is missing; the round that made it has to run again", fault.Message);
        Assert.Equal(PartState.Missing, await _parts.VerifyAsync(part, Text.Stop));
        Assert.False(await _parts.DeleteAsync(part, Text.Stop));
    }

    [Theory]
    [InlineData("weight", false, PartState.Sound)]
    [InlineData("weighty", false, PartState.Corrupt)]
    [InlineData("weighty", true, PartState.Sound)]
    public async Task Put_OverADamagedPart_ReplacesWhatItChecks(string found, bool checkExisting, PartState expected)
    {
        var part = await DamagedAsync(found);

        await _parts.PutAsync(Text.Bytes("weights"), checkExisting, Text.Stop);

        Assert.Equal(expected, await _parts.VerifyAsync(part, Text.Stop));
    }

    private async Task<PartRef> DamagedAsync(string found)
    {
        var part = new PartRef(Convert.ToHexStringLower(SHA256.HashData(Text.Bytes("weights"))), 7);
        await _store.CreateAsync(PartName.Of(part), found);
        return part;
    }
}
