using SimXir.Testing;

namespace SimXir.Host.Tests;

public sealed class WebOptionsTests
{
    [Theory]
    [InlineData("http://0.0.0.0:80")]
    [InlineData("http://*:80")]
    [InlineData("http://10.0.0.7:80")]
    [InlineData("http://127.0.0.1:5000;http://[::]:80")]
    public void Address_ThatOthersCanReach_NeedsATokenOrAProvider(string urls)
    {
        var fault = Assert.Throws<AccessException>(() => WebOptions.Read(WebUrls.Parse(urls), _ => null));

        Assert.Contains("can be reached from other machines, and nothing would keep strangers out; set SIMXIR_OPERATOR_TOKEN", fault.Message, StringComparison.Ordinal);
        Assert.EndsWith("--urls http://127.0.0.1", fault.Message, StringComparison.Ordinal);
        Assert.False(WebOptions.Read(WebUrls.Parse(urls), name => name == "SIMXIR_OPERATOR_TOKEN" ? "0123456789abcdefghij" : null).IsOpen);
        Assert.False(WebOptions.Read(WebUrls.Parse(urls), name => name switch { "SIMXIR_OIDC_AUTHORITY" => "https://login.example", "SIMXIR_OIDC_CLIENT_ID" => "simxir", _ => null }).IsOpen);
    }

    [Theory]
    [InlineData("http://127.0.0.1:80")]
    [InlineData("http://localhost:0;http://[::1]:0")]
    [InlineData("none")]
    public void Address_OnLoopback_NeedsNone(string urls) => Assert.True(WebOptions.Read(WebUrls.Parse(urls), _ => null).IsOpen);

    [Theory]
    [InlineData("")]
    [InlineData("5780")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("http://example.org:80")]
    [InlineData("http://user:secret@127.0.0.1:80")]
    [InlineData("http://127.0.0.1:80/path")]
    public void Address_OfAnotherForm_IsRefused(string urls)
    {
        var fault = Assert.Throws<FormatException>(() => WebUrls.Parse(urls));

        Assert.Equal($"--urls '{urls}' is no address to listen on; allowed are none, or http://HOST:PORT (HOST an IP address, 'localhost', or '*' for all; PORT 0 for a free one), several separated by ';'", fault.Message);
    }

    [Fact]
    public void Token_ThatCouldBeGuessedOrIsTwice_IsRefusedWithoutBeingShown()
    {
        var tooShort = Assert.Throws<AccessException>(() => AccessTokens.Read(name => name == AccessTokens.ViewerVariable ? "hunter2" : null));
        var twice = Assert.Throws<AccessException>(() => AccessTokens.Read(name => name.EndsWith("_FILE", StringComparison.Ordinal) ? null : "0123456789abcdefghij"));

        Assert.Equal("SIMXIR_VIEWER_TOKEN has 7 characters; allowed are 20 or more: make one with 'openssl rand -hex 24'", tooShort.Message);
        Assert.Equal("SIMXIR_VIEWER_TOKEN and SIMXIR_OPERATOR_TOKEN are equal, so every viewer would be an operator; give two", twice.Message);
    }

    [Fact]
    public void Token_InAFile_IsRead()
    {
        using var folder = new TempDirectory();
        var file = folder.Combine("token");
        File.WriteAllText(file, "0123456789abcdefghij\n");

        var tokens = AccessTokens.Read(name => name == "SIMXIR_OPERATOR_TOKEN_FILE" ? file : null);

        Assert.Equal(AccessRoles.Operator, tokens.RoleOf("0123456789abcdefghij"));
        Assert.Null(tokens.RoleOf("0123456789abcdefghijk"));
        var fault = Assert.Throws<AccessException>(() => AccessTokens.Read(name => name == "SIMXIR_OPERATOR_TOKEN_FILE" ? folder.Combine("none") : null));
        Assert.Contains("cannot be read", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Provider_ThatCannotBe_IsRefused()
    {
        Assert.Contains("CLIENT_ID is not", Assert.Throws<AccessException>(() => OidcSettings.Read(name => name == "SIMXIR_OIDC_AUTHORITY" ? "https://login.example" : null)).Message, StringComparison.Ordinal);
        Assert.Equal(
            "SIMXIR_OIDC_PUBLIC_URL 'https://simxir.example/pages' is no address of this program's pages; allowed is https://HOST[:PORT], without a path",
            Assert.Throws<AccessException>(() => OidcSettings.Read(name => name switch { "SIMXIR_OIDC_AUTHORITY" => "https://login.example", "SIMXIR_OIDC_CLIENT_ID" => "x", "SIMXIR_OIDC_PUBLIC_URL" => "https://simxir.example/pages", _ => null })).Message);
        Assert.Contains("is no provider's address", Assert.Throws<AccessException>(() => OidcSettings.Read(_ => "http://login.example")).Message, StringComparison.Ordinal);
    }
}
