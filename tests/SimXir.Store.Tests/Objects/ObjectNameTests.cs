namespace SimXir.Store.Tests;

public sealed class ObjectNameTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("rounds/0f/head.json")]
    [InlineData("a b/c+d=e,f;g@h!i~j%20")]
    [InlineData("objects/sha256/..a.b")]
    public void IsValid_PlainName_IsTrue(string name) =>
        Assert.Equal(!name.Contains("..", StringComparison.Ordinal), ObjectName.IsValid(name));

    [Theory]
    [InlineData("")]
    [InlineData("/etc/passwd")]
    [InlineData("a/")]
    [InlineData("a//b")]
    [InlineData("../a")]
    [InlineData("a/../b")]
    [InlineData("a/./b")]
    [InlineData(".tmp/a")]
    [InlineData("a/.hidden")]
    [InlineData("a.")]
    [InlineData("a /b")]
    [InlineData("a\\b")]
    [InlineData("C:/a")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    [InlineData("é")]
    public async Task Operation_BadName_IsRefusedByEveryStore(string name)
    {
        using var source = new DirectorySource();
        var store = source.Open();

        Assert.False(ObjectName.IsValid(name));
        await Assert.ThrowsAsync<ArgumentException>(() => store.ReadAsync(name, Text.Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => store.CreateAsync(name, "x"));
        await Assert.ThrowsAsync<ArgumentException>(() => store.TryClaimAsync(name, Text.Stop));
    }

    [Fact]
    public async Task Operation_BadName_SaysWhatIsAllowed()
    {
        using var source = new DirectorySource();

        var fault = await Assert.ThrowsAsync<ArgumentException>(() => source.Open().ReadAsync("a\n/../b", Text.Stop));

        Assert.Equal(
            "'a\\u000a/../b' is no name of an object; a name is 1 to 900 printable ASCII characters in segments of 1 to 200 separated by '/'; "
            + "no segment starts with '.' or ends with '.' or ' ', and none holds \\ : * ? \" < > | (Parameter 'name')",
            fault.Message);
    }

    [Theory]
    [InlineData("127.0.0.1:11111@7", "127.0.0.1%3A11111%407")]
    [InlineData("..", "%2E%2E")]
    [InlineData(".a.", "%2Ea%2E")]
    [InlineData("a/b%c", "a%2Fb%25c")]
    [InlineData("é", "%C3%A9")]
    public void Escape_AnyText_IsOneSegment(string text, string expected)
    {
        Assert.Equal(expected, ObjectName.Escape(text));
        Assert.True(ObjectName.IsValid(expected));
        Assert.Equal(text, Uri.UnescapeDataString(expected));
    }
}
