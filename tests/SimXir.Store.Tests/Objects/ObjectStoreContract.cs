namespace SimXir.Store.Tests;

/// <summary>What every store has to do; one concrete class for each store.</summary>
public abstract partial class ObjectStoreContract : IDisposable
{
    private readonly IStoreSource _source;

    protected ObjectStoreContract(IStoreSource source)
    {
        _source = source;
        Store = source.Open();
        Other = source.Open();
    }

    protected IObjectStore Store { get; }

    /// <summary>The same place opened once more.</summary>
    protected IObjectStore Other { get; }

    public void Dispose()
    {
        _source.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Check_EmptyStore_Passes() => await Store.CheckAsync(Text.Stop);

    [Fact]
    public async Task Reads_AbsentName_AreNull()
    {
        Assert.Null(await Store.ReadAsync("a/b", Text.Stop));
        Assert.Null(await Store.FindAsync("a/b", Text.Stop));
        Assert.Null(await Store.OpenReadAsync("a/b", Text.Stop));
        Assert.Empty(await Store.NamesAsync(""));
        Assert.False(await Store.DeleteAsync("a/b", null, Text.Stop));
        Assert.Null(await Store.ReplaceAsync("a/b", Text.Bytes("x"), "0", Text.Stop));
    }

    [Fact]
    public async Task Create_NewName_IsReadBackEverywhere()
    {
        var etag = await Store.CreateAsync("rounds/k/head.json", "hello");

        var found = await Other.ReadAsync("rounds/k/head.json", Text.Stop);
        Assert.Equal(etag, found!.ETag);
        Assert.Equal(Text.Bytes("hello"), found.Content.ToArray());
        Assert.Equal(5, (await Other.FindAsync("rounds/k/head.json", Text.Stop))!.Bytes);
        using var reader = new StreamReader((await Other.OpenReadAsync("rounds/k/head.json", Text.Stop))!);
        Assert.Equal("hello", await reader.ReadToEndAsync(Text.Stop));
        Assert.Null(await Store.ReadAsync("rounds/k", Text.Stop));
    }

    [Fact]
    public async Task Create_EmptyContent_IsAnObject()
    {
        Assert.NotNull(await Store.CreateAsync("empty", ""));
        Assert.True(await Store.CreateAsync("empty-stream", new MemoryStream(), Text.Stop));

        Assert.Equal("", await Store.TextAsync("empty"));
        Assert.Equal("", await Store.TextAsync("empty-stream"));
        Assert.Equal(0, (await Store.OpenReadAsync("empty-stream", Text.Stop))!.Length);
    }

    [Fact]
    public async Task Create_TakenName_LeavesWhatIsThere()
    {
        await Store.CreateAsync("a", "first");

        Assert.Null(await Store.CreateAsync("a", "second"));
        Assert.False(await Store.CreateAsync("a", new MemoryStream(Text.Bytes("third")), Text.Stop));
        Assert.Equal("first", await Store.TextAsync("a"));
    }

    [Fact]
    public async Task Replace_VersionThatWasRead_Succeeds()
    {
        var first = await Store.CreateAsync("a", "first");

        var second = await Other.ReplaceAsync("a", Text.Bytes("second"), first!, Text.Stop);

        Assert.NotNull(second);
        Assert.Equal(second, await Store.ETagAsync("a"));
        Assert.Equal("second", await Store.TextAsync("a"));
    }

    [Fact]
    public async Task Replace_ChangedSince_IsRefused()
    {
        var first = await Store.CreateAsync("a", "first");
        await Store.ReplaceAsync("a", Text.Bytes("second"), first!, Text.Stop);

        Assert.Null(await Other.ReplaceAsync("a", Text.Bytes("third"), first!, Text.Stop));
        Assert.Equal("second", await Store.TextAsync("a"));
    }

    [Fact]
    public async Task Delete_OtherVersion_IsRefused()
    {
        var first = await Store.CreateAsync("a", "first");
        var second = await Store.ReplaceAsync("a", Text.Bytes("second"), first!, Text.Stop);

        Assert.False(await Store.DeleteAsync("a", first, Text.Stop));
        Assert.True(await Store.DeleteAsync("a", second, Text.Stop));
        Assert.Null(await Store.ReadAsync("a", Text.Stop));
        Assert.NotNull(await Store.CreateAsync("a", "again"));
        Assert.True(await Store.DeleteAsync("a", null, Text.Stop));
    }

    [Fact]
    public async Task List_ManyNames_AreInOrdinalOrder()
    {
        string[] names = ["a", "a!/y", "a-b", "a-b0/x", "a.b", "a0", "ab-/x", "ab/c-d/e", "ab/c/d", "ab/cc", "ab0", "b", "B"];
        foreach (var name in names) await Store.CreateAsync(name, name);

        Assert.Equal(names.Order(StringComparer.Ordinal), await Store.NamesAsync(""));
        Assert.Equal(["ab/c-d/e", "ab/c/d", "ab/cc"], await Other.NamesAsync("ab/"));
        Assert.Equal(["ab/c-d/e", "ab/c/d", "ab/cc"], await Other.NamesAsync("ab/c"));
        Assert.Equal(["ab/c/d"], await Other.NamesAsync("ab/c/"));
        Assert.Equal(["a-b", "a-b0/x"], await Other.NamesAsync("a-"));
        Assert.Empty(await Other.NamesAsync("zz/"));
    }
}
