using System.Diagnostics;

namespace SimXir.Store.Tests;

/// <summary>What every store has to do with large objects. Runs alone, since it measures the whole process.</summary>
[Collection("alone")]
public abstract class LargeObjectContract(IStoreSource source) : IDisposable
{
    private const long Gigabyte = 1L << 30;
    private const long AllowedGrowthBytes = 160L << 20;

    public void Dispose()
    {
        source.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>1 GB through the content store: hashed, written, read and hashed again. Both the process's memory and the managed heap
    /// stay far below the object's size.</summary>
    [Fact]
    public async Task Stream_OfOneGigabyte_NeedsConstantMemory()
    {
        var store = new RetryingObjectStore(source.Open(), new StoreRetryOptions(), TimeProvider.System);
        var parts = new ContentStore(store);
        await parts.PutAsync(new PatternStream(64 << 20, seed: 7), cancellation: Text.Stop);
        var memory = new MemoryWatch();
        var clock = Stopwatch.StartNew();

        var part = await parts.PutAsync(new PatternStream(Gigabyte, seed: 8, memory.Look), cancellation: Text.Stop);
        var written = clock.Elapsed;
        await using var stream = await parts.OpenReadAsync(part, Text.Stop);
        await using var expected = new PatternStream(Gigabyte, seed: 8, memory.Look);
        Assert.True(await SameContent.IsAsync(stream, expected, Text.Stop));

        TestContext.Current.TestOutputHelper?.WriteLine(
            $"written in {written.TotalSeconds:0.0} s, read in {(clock.Elapsed - written).TotalSeconds:0.0} s, {memory}");
        Assert.Equal(Gigabyte, part.Bytes);
        Assert.True(memory.GrowthBytes < AllowedGrowthBytes, $"{memory}; allowed is a growth of {AllowedGrowthBytes >> 20} MB");
    }
}
