using System.Net;
using System.Text.RegularExpressions;
using SimXir.Store;
using SimXir.Testing;

namespace SimXir.Host.Tests;

/// <summary>How long a session lasts, and where: two servers are a control silo before and after its restart, or two behind one address.</summary>
public sealed partial class SessionTests : IDisposable
{
    private const string Secret = "session-secret-0123456789abcdef-0123";
    private static readonly CancellationToken Soon = TestContext.Current.CancellationToken;
    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Secret, Secret, GuardedGrid.Viewer, true)]
    [InlineData(Secret, Secret + "x", GuardedGrid.Viewer, false)]
    [InlineData(Secret, Secret, GuardedGrid.Viewer + "x", false)]
    [InlineData(null, null, GuardedGrid.Viewer, false)]
    public async Task Session_OnAnotherServer_HoldsWhereTheSecretAndTheTokensAreTheSame(string? first, string? second, string viewer, bool holds)
    {
        await using var one = await StartAsync(first, GuardedGrid.Viewer);
        await using var two = await StartAsync(second, viewer);
        using var cookies = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }; // a cookie is for a host, whatever its port
        using var http = new HttpClient(cookies);
        await SignInAsync(http, one);

        using var own = await http.GetAsync(new Uri(new Uri(one.Addresses.First()), "/queue"), Soon);
        using var other = await http.GetAsync(new Uri(new Uri(two.Addresses.First()), "/queue"), Soon);

        Assert.Equal((HttpStatusCode.OK, holds ? HttpStatusCode.OK : HttpStatusCode.Redirect), (own.StatusCode, other.StatusCode));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path, "*key*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Secret_ThatCouldBeGuessed_IsRefusedWithoutBeingShown()
    {
        var fault = Assert.Throws<AccessException>(() => SessionKeys.ReadSecret(name => name == SessionKeys.Variable ? "hunter2" : null));

        Assert.Equal("SIMXIR_SESSION_SECRET has 7 characters; allowed are 32 or more: make one with 'openssl rand -hex 32'", fault.Message);
    }

    private static async Task SignInAsync(HttpClient http, WebServer web)
    {
        var login = new Uri(new Uri(web.Addresses.First()), "/login");
        var page = await http.GetStringAsync(login, Soon);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["token"] = GuardedGrid.Viewer,
            ["then"] = "/queue",
            ["__RequestVerificationToken"] = Antiforgery().Match(page).Groups[1].Value,
        });
        using var answer = await http.PostAsync(login, form, Soon);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private async Task<WebServer> StartAsync(string? secret, string viewer)
    {
        var options = WebOptions.Read(WebUrls.Parse("http://127.0.0.1:0"), name => name switch { "SIMXIR_OPERATOR_TOKEN" => GuardedGrid.Operator, "SIMXIR_VIEWER_TOKEN" => viewer, SessionKeys.Variable => secret, _ => null });
        return (await WebServer.StartAsync(options, await ObjectStores.OpenAsync(_folder.Path, TimeProvider.System, cancellation: Soon), Assert.Fail, Soon))!;
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Antiforgery();
}
