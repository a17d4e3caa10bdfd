namespace SimXir.Store.Tests;

public abstract partial class ObjectStoreContract
{
    [Fact]
    public async Task Touch_OfAnObject_MakesItYoungAndLeavesItsContent()
    {
        await Store.CreateAsync("a/b", "hello");
        await Store.AppendAsync("a/log", 0, Text.Bytes("one"), Text.Stop);
        var before = await Store.NextTickAsync("a/b", "a/log");

        Assert.True(await Other.TouchAsync("a/b", Text.Stop));
        Assert.True(await Other.TouchAsync("a/log", Text.Stop));

        Assert.False(await Store.DeleteOldAsync("a/b", before, Text.Stop));
        Assert.False(await Store.DeleteOldAsync("a/log", before, Text.Stop));
        Assert.Equal(("hello", "one"), (await Store.TextAsync("a/b"), await Store.TextAsync("a/log")));
        Assert.True((await Store.FindAsync("a/b", Text.Stop))!.LastModified >= before);
        Assert.True(await Store.AppendAsync("a/log", 3, Text.Bytes("two"), Text.Stop));
        Assert.NotNull(await Store.ReplaceAsync("a/b", Text.Bytes("new"), await Store.ETagAsync("a/b"), Text.Stop));
    }

    [Fact]
    public async Task DeleteOld_OfAnOldObject_DeletesItAndNoYoungerOne()
    {
        await Store.CreateAsync("old", "1");
        await Store.CreateAsync("replaced", "1");
        var before = await Store.NextTickAsync("old", "replaced");
        await Store.CreateAsync("new", "1");
        await Store.ReplaceAsync("replaced", Text.Bytes("2"), await Store.ETagAsync("replaced"), Text.Stop);

        Assert.False(await Other.DeleteOldAsync("new", before, Text.Stop));
        Assert.False(await Other.DeleteOldAsync("replaced", before, Text.Stop));
        Assert.True(await Other.DeleteOldAsync("old", before, Text.Stop));
        Assert.False(await Other.DeleteOldAsync("old", before, Text.Stop));

        Assert.False(await Store.TouchAsync("old", Text.Stop));
        Assert.Equal(["new", "replaced"], await Store.NamesAsync(""));
    }
}
