using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SimXir.Experiments;
using SimXir.Store;

namespace SimXir.Host;

/// <summary>Puts the web together.</summary>
internal static class WebSite
{
    /// <summary>No spec is larger; requests of pages are smaller still.</summary>
    private const long MaxBodyBytes = SpecReader.MaxBytes;

    private const int GuessesAMinute = 10;

    public static WebApplication Build(WebOptions options, IObjectStore store, GridLink grid, Action<string> notice)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(WebSite).Assembly.GetName().Name });
        builder.Configuration.AddEnvironmentVariables(); // Kestrel's own settings, such as the certificate of https:// addresses
        builder.Logging.AddProvider(new NoticeLoggerProvider(notice));
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel((context, kestrel) =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
            kestrel.Configure(context.Configuration.GetSection("Kestrel"));
        });
        var services = builder.Services;
        services.AddSingleton<IHostLifetime, NoLifetime>();
        services.AddSingleton(store).AddSingleton(grid).AddSingleton(TimeProvider.System).AddSingleton(options);
        services.AddSingleton(new GridDesk(store, grid, TimeProvider.System, options.Only));
        services.AddSessionKeys(options);
        services.AddRoutingCore().AddExceptionHandler<FaultAnswers>().AddProblemDetails();
        services.AddAccess(options).AddHostGuard(options).AddApi().AddPages().AddOrleansDashboard();
        services.AddRateLimiter(limits => limits.AddPolicy(SessionEndpoints.Guesses, context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress, _ => new FixedWindowRateLimiterOptions { PermitLimit = GuessesAMinute, Window = TimeSpan.FromMinutes(1) })));
        var app = builder.Build();
        app.Use(SecurityHeaders.AddAsync);
        app.UseExceptionHandler(_ => { });
        app.UseHostFiltering();
        app.UseWebSockets();
        app.Use(OriginGuard.GuardAsync);
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseRateLimiter();
        app.UseAntiforgery();
        app.MapApi();
        app.MapSessions(options);
        app.MapDashboard();
        app.MapPages();
        return app;
    }

    /// <summary>On loopback a foreign name in the Host header is another site's, made to point here; elsewhere a token guards every answer.</summary>
    private static IServiceCollection AddHostGuard(this IServiceCollection services, WebOptions options) =>
        services.AddHostFiltering(hosts => hosts.AllowedHosts = options.IsOpen ? ["localhost", "127.0.0.1", "[::1]"] : ["*"]);
}
