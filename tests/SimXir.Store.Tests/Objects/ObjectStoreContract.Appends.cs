namespace SimXir.Store.Tests;

public abstract partial class ObjectStoreContract
{
    [Fact]
    public async Task Append_AtItsEnd_Grows()
    {
        Assert.True(await Store.AppendAsync("log", 0, Text.Bytes("one\n"), Text.Stop));
        Assert.True(await Other.AppendAsync("log", 4, Text.Bytes("two\n"), Text.Stop));

        Assert.Equal("one\ntwo\n", await Store.TextAsync("log"));
        Assert.Equal(8, (await Store.FindAsync("log", Text.Stop))!.Bytes);
    }

    [Fact]
    public async Task Append_ElsewhereThanTheEnd_IsRefused()
    {
        Assert.False(await Store.AppendAsync("log", 4, Text.Bytes("two\n"), Text.Stop));
        await Store.AppendAsync("log", 0, Text.Bytes("one\n"), Text.Stop);

        Assert.False(await Store.AppendAsync("log", 0, Text.Bytes("two\n"), Text.Stop));
        Assert.False(await Store.AppendAsync("log", 2, Text.Bytes("two\n"), Text.Stop));
        Assert.False(await Store.AppendAsync("log", 9, Text.Bytes("two\n"), Text.Stop));
        Assert.Equal("one\n", await Store.TextAsync("log"));
    }

    [Fact]
    public async Task Append_Repeated_CountsOnce()
    {
        await Store.AppendAsync("log", 0, Text.Bytes("one\n"), Text.Stop);
        await Store.AppendAsync("log", 4, Text.Bytes("two\n"), Text.Stop);

        Assert.True(await Other.AppendAsync("log", 0, Text.Bytes("one\n"), Text.Stop));
        Assert.True(await Other.AppendAsync("log", 4, Text.Bytes("two\n"), Text.Stop));
        Assert.False(await Other.AppendAsync("log", 4, Text.Bytes("two\nthree\n"), Text.Stop));
        Assert.Equal("one\ntwo\n", await Store.TextAsync("log"));
    }

    [Fact]
    public async Task Append_ManyAtOnce_EachLandsOnce()
    {
        var lines = Enumerable.Range(0, 24).Select(i => $"line {i}\n").ToArray();

        await Task.WhenAll(lines.Select(async (line, i) =>
        {
            var store = i % 2 == 0 ? Store : Other;
            while (!await store.AppendAsync("log", (await store.FindAsync("log", Text.Stop))?.Bytes ?? 0, Text.Bytes(line), Text.Stop))
            {
                // Another line landed first.
            }
        }));

        var found = (await Store.TextAsync("log"))!.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line + "\n");
        Assert.Equal(lines.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Append_LargestBlock_LandsWhole()
    {
        var block = new byte[ObjectName.MaxAppendBytes];

        Assert.True(await Store.AppendAsync("log", 0, block, Text.Stop));
        Assert.True(await Store.AppendAsync("log", 0, block, Text.Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.AppendAsync("log", 0, new byte[block.Length + 1], Text.Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.AppendAsync("log", 0, ReadOnlyMemory<byte>.Empty, Text.Stop));
    }
}
