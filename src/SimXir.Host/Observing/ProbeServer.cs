using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SimXir.Grid;

namespace SimXir.Host;

/// <summary>A small HTTP port of every silo for those who run it: <c>/health/live</c>, <c>/health/ready</c>, <c>/health/startup</c>, <c>/metrics</c>, and
/// <c>/scale</c> where the grid is kept. It tells figures and nothing of anybody's work, and takes no orders.</summary>
/// <remarks>Health is answered from this process alone: a probe that asked the grid or the store would have healthy silos restarted when those are slow.</remarks>
public sealed class ProbeServer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly WebApplication _application;

    private ProbeServer(WebApplication application) => _application = application;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_application.Urls.First());

    /// <summary>Starts it; with no port, only what is sent by itself is set up.</summary>
    /// <param name="options">Its address, port and role.</param>
    /// <param name="health">Where the silo stands.</param>
    /// <exception cref="ClusterException">The port cannot be had.</exception>
    public static async Task<ProbeServer?> StartAsync(SiloOptions options, SiloHealth health)
    {
        if (options.HealthPort is not { } port && !Telemetry.IsSent) return null;
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Configuration.AddInMemoryCollection(Telemetry.Variables());
        builder.Services.AddRoutingCore();
        builder.Services.AddTelemetry(options.Role);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 0;
            if (options.HealthPort is { } own) kestrel.Listen(options.Address, own);
            else kestrel.Listen(IPAddress.Loopback, 0); // something must be listened to; nobody is told
        });
        var application = builder.Build();
        application.UseRouting();
        Map(application, options.Role, health);
        try
        {
            await application.StartAsync();
            return new ProbeServer(application);
        }
        catch (IOException fault)
        {
            await application.DisposeAsync();
            throw new ClusterException(string.Create(CultureInfo.InvariantCulture, $"the health port {options.HealthPort} of {options.Address} cannot be listened to ({fault.Message.TrimEnd('.')}); give another --health-port"), fault);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    private static void Map(IEndpointRouteBuilder routes, SiloRole role, SiloHealth health)
    {
        routes.MapGet("/health/live", context => SayAsync(context, StatusCodes.Status200OK, "alive"));
        routes.MapGet("/health/startup", context => health.HasJoined ? SayAsync(context, StatusCodes.Status200OK, "joined") : SayAsync(context, StatusCodes.Status503ServiceUnavailable, "joining the cluster"));
        routes.MapGet("/health/ready", context => health.Grid is null ? SayAsync(context, StatusCodes.Status503ServiceUnavailable, "no member of the cluster now") : SayAsync(context, StatusCodes.Status200OK, "ready"));
        routes.MapPrometheusScrapingEndpoint();
        if (role != SiloRole.Gpu) routes.MapGet("/scale", context => ScaleAsync(context, health));
    }

    /// <summary>An answer that cannot be had is no zero: a scaler must leave things as they are.</summary>
    private static async Task ScaleAsync(HttpContext context, SiloHealth health)
    {
        try
        {
            if (health.Grid is not { } grid)
            {
                await SayAsync(context, StatusCodes.Status503ServiceUnavailable, "no member of the cluster now");
                return;
            }
            var pool = await grid.GetGrain<IGpuPoolGrain>(IGpuPoolGrain.Default).GetStatus().WaitAsync(Patience, TimeProvider.System, context.RequestAborted);
            await context.Response.WriteAsJsonAsync(ScaleAnswer.Of(pool), context.RequestAborted);
        }
        catch (Exception fault) when (fault is TimeoutException or SiloUnavailableException or OrleansMessageRejectionException)
        {
            await SayAsync(context, StatusCodes.Status503ServiceUnavailable, "the pool did not answer in time");
        }
    }

    private static Task SayAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(text + "\n", context.RequestAborted);
    }
}
