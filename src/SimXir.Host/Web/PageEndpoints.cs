using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using SimXir.Host.Pages.Shell;

namespace SimXir.Host;

/// <summary>The web pages, and what they load: all of it out of this program.</summary>
internal static class PageEndpoints
{
    private static readonly Assembly Own = typeof(PageEndpoints).Assembly;
    private static readonly string Version = $"\"{Own.ManifestModule.ModuleVersionId:n}\"";

    /// <summary>By the ending of its name; others are not served.</summary>
    private static readonly Dictionary<string, string> Types = new()
    {
        [".js"] = "text/javascript",
        [".css"] = "text/css",
        [".svg"] = "image/svg+xml",
    };

    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddCascadingAuthenticationState();
        services.AddRazorComponents().AddInteractiveServerComponents(circuits => (circuits.DisconnectedCircuitMaxRetained, circuits.DisconnectedCircuitRetentionPeriod) = (20, TimeSpan.FromMinutes(1)));
        services.AddMudServices(mud => mud.SnackbarConfiguration.PositionClass = MudBlazor.Defaults.Classes.Position.BottomCenter);
        return services;
    }

    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/assets/{name}", Asset).AllowAnonymous().ExcludeFromDescription();
        routes.MapGet("/download/{sweep}/{form}", DownloadAsync).RequireAuthorization(AccessRoles.Viewer).ExcludeFromDescription();
        routes.MapRazorComponents<App>().AddInteractiveServerRenderMode(server => server.ContentSecurityFrameAncestorsPolicy = null).RequireAuthorization(AccessRoles.Viewer);
    }

    /// <summary>A name is looked up among what is embedded, so no path leads elsewhere.</summary>
    private static IResult Asset(string name, HttpContext context)
    {
        if (!Types.TryGetValue(Path.GetExtension(name), out var type) || Own.GetManifestResourceStream($"assets/{name}") is not { } stream) return Problems.Of(StatusCodes.Status404NotFound, $"there is no '{name}'");
        context.Response.Headers.CacheControl = "no-cache"; // kept, and asked after: another version of the program has other ones
        return Results.Stream(stream, type, entityTag: new Microsoft.Net.Http.Headers.EntityTagHeaderValue(Version));
    }

    private static async Task<IResult> DownloadAsync(string sweep, string form, GridDesk desk, CancellationToken cancellation) =>
        Results.Text(ResultText.Of(await desk.ResultAsync(ApiNames.Sweep(sweep), cancellation), form, isAgainstPaper: false), ResultText.Forms[form]);
}
