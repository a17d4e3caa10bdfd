using Microsoft.AspNetCore.Http;

namespace SimXir.Host;

/// <summary>Refuses what another site's page makes a browser send: whatever changes something, and the pages' own connection.</summary>
internal static class OriginGuard
{
    public static Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var isSafe = (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && !context.WebSockets.IsWebSocketRequest;
        return isSafe || IsOwn(request) ? next(context) : Problems.WriteAsync(context, StatusCodes.Status403Forbidden, "this came from another site's page");
    }

    /// <summary>Programs send no Origin; browsers cannot leave it out. Only the host is compared, since TLS may end before this program.</summary>
    private static bool IsOwn(HttpRequest request)
    {
        if (request.Headers.TryGetValue("Sec-Fetch-Site", out var site) && site.ToString() is "cross-site" or "same-site") return false;
        if (!request.Headers.TryGetValue("Origin", out var origin)) return true;
        return Uri.TryCreate(origin.ToString(), UriKind.Absolute, out var uri) && string.Equals(uri.Authority, HostOf(uri, request), StringComparison.OrdinalIgnoreCase);
    }

    private static string HostOf(Uri origin, HttpRequest request) => origin.IsDefaultPort ? request.Host.Host : request.Host.Value ?? "";
}
