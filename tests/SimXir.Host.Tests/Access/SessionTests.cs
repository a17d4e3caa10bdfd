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

    [Fact]
    public async Task Session_OnAnotherServer_HoldsWhereTheSecretAndTheTokensAreTheSame()
    {
        await using var first = await StartAsync(Secret, GuardedGrid.Viewer);
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }); // a cookie is for a host, whatever its port
        await SignInAsync(browser, first);

        foreach (var (secret, viewer, status) in new[]
        {
            (Secret, GuardedGrid.Viewer, HttpStatusCode.OK),
            (Secret, GuardedGrid.Viewer + "x", HttpStatusCode.Redirect),
            (Secret + "x", GuardedGrid.Viewer, HttpStatusCode.Redirect),
            (null, GuardedGrid.Viewer, HttpStatusCode.Redirect),
        })
        {
            await using var second = await StartAsync(secret, viewer);
            using var answer = await browser.GetAsync(new Uri(new Uri(second.Addresses.First()), "/queue"), Soon);
            Assert.Equal(status, answer.StatusCode);
        }
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
