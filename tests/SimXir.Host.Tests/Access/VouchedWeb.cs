using System.Collections.Concurrent;
using System.Net;
using SimXir.Store;
using SimXir.Testing;

namespace SimXir.Host.Tests;

/// <summary>The web over an empty store without a grid, into which a provider alone lets people.</summary>
public sealed class VouchedWeb : IAsyncLifetime
{
    private readonly TempDirectory _folder = new();
    private WebServer _web = null!;

    public ConcurrentQueue<string> Notices { get; } = new();

    internal TestIssuer Issuer { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Issuer = await TestIssuer.StartAsync();
        _web = await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _web.DisposeAsync();
        await Issuer.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>The provider is honest again, and gives these roles.</summary>
    public void Begin(string[] roles)
    {
        (Issuer.Roles, Issuer.Audience, Issuer.Lifetime, Issuer.Forger, Issuer.AsksFirst) = (roles, TestIssuer.Client, TimeSpan.FromMinutes(5), null, false);
        Notices.Clear();
    }

    /// <summary>Follows redirections, and keeps cookies as a browser does.</summary>
    public HttpClient Http() => new(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(_web.Addresses.First()) };

    public WebOptions Options(params (string Name, string Value)[] more) => WebOptions.Read(WebUrls.Parse("http://127.0.0.1:0"), name => more.FirstOrDefault(pair => pair.Name == name).Value ?? name switch
    {
        "SIMXIR_OIDC_AUTHORITY" => Issuer.Address,
        "SIMXIR_OIDC_CLIENT_ID" => TestIssuer.Client,
        "SIMXIR_OIDC_CLIENT_SECRET" => TestIssuer.Secret,
        _ => null,
    });

    internal async Task<WebServer> StartAsync(params (string Name, string Value)[] more) =>
        (await WebServer.StartAsync(Options(more), await ObjectStores.OpenAsync(_folder.Path, TimeProvider.System), Notices.Enqueue, CancellationToken.None))!;
}
