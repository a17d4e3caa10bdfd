using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using SimXir.Store;

namespace SimXir.Host;

/// <summary>The HTTP API and the web pages of this process, on their own server beside the silo: an evicted silo is replaced, the pages stay.</summary>
public sealed class WebServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WebServer(WebApplication app, GridLink grid) => (_app, Grid) = (app, grid);

    /// <summary>Where its grid is; nowhere until that has started.</summary>
    public GridLink Grid { get; }

    /// <summary>Such as <c>http://127.0.0.1:5780</c>, with the port that it has now.</summary>
    public IReadOnlyCollection<string> Addresses => [.. _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses];

    /// <summary>Null where it is off, or could not be started and nobody had asked for it.</summary>
    /// <param name="options">Where, and for whom.</param>
    /// <param name="store">What is shown.</param>
    /// <param name="notice">Told of what goes wrong and is looked after.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="AccessException">An address that was asked for is taken, or is not this machine's.</exception>
    public static async Task<WebServer?> StartAsync(WebOptions options, IObjectStore store, Action<string> notice, CancellationToken cancellation)
    {
        if (options.Urls.IsOff) return null;
        try
        {
            return await StartAsync(options, options.Urls, store, notice, cancellation);
        }
        catch (IOException fault) when (!options.Urls.IsDefault)
        {
            throw new AccessException($"--urls {options.Urls} cannot be listened on ({fault.Message.TrimEnd('.')}); name another port, or 0 for a free one");
        }
        catch (IOException)
        {
            return await OnFreePortAsync(options, store, notice, cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Grid.Lead(null);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2), TimeProvider.System); // open pages hold their connections
        await _app.StopAsync(patience.Token);
        await _app.DisposeAsync();
    }

    private static async Task<WebServer?> OnFreePortAsync(WebOptions options, IObjectStore store, Action<string> notice, CancellationToken cancellation)
    {
        try
        {
            return await StartAsync(options, WebUrls.Free, store, notice, cancellation);
        }
        catch (IOException fault)
        {
            notice($"there is no web page this time ({fault.Message.TrimEnd('.')})");
            return null;
        }
    }

    private static async Task<WebServer> StartAsync(WebOptions options, WebUrls urls, IObjectStore store, Action<string> notice, CancellationToken cancellation)
    {
        var grid = new GridLink();
        var app = WebSite.Build(options, store, grid, notice);
        try
        {
            foreach (var address in urls.Addresses) app.Urls.Add(address.GetLeftPart(UriPartial.Authority));
            await app.StartAsync(cancellation);
            _ = app.Services.GetRequiredService<GridDesk>().WarmAsync(app.Lifetime.ApplicationStopping);
            return new WebServer(app, grid);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }
}
