using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using SimXir.Host.Pages.Shell;

namespace SimXir.Host;

/// <summary>How people sign in and out: a form with a token, or their provider; what they get is a cookie.</summary>
internal static class SessionEndpoints
{
    /// <summary>Limits guesses.</summary>
    public const string Guesses = "guesses";

    public static void MapSessions(this IEndpointRouteBuilder routes, WebOptions options)
    {
        if (options.IsOpen) return;
        routes.MapGet("/login", (string? then, string? refused) => Form(options, then, Enum.TryParse<LoginFault>(refused, out var fault) ? fault : LoginFault.None)).AllowAnonymous().ExcludeFromDescription();
        routes.MapPost("/login", SignInAsync).AllowAnonymous().RequireRateLimiting(Guesses).ExcludeFromDescription();
        routes.MapPost("/logout", (Delegate)SignOutAsync).DisableAntiforgery().ExcludeFromDescription(); // the worst that a forged one does is to sign out, and OriginGuard refuses it
        if (options.Oidc is null) return;
        routes.MapGet("/login/provider", (string? then) => TypedResults.Challenge(new AuthenticationProperties { RedirectUri = Own(then) }, [OidcExtensions.Scheme])).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> SignInAsync(HttpContext context, WebOptions options, [Microsoft.AspNetCore.Mvc.FromForm] string token, [Microsoft.AspNetCore.Mvc.FromForm] string? then)
    {
        if (options.Tokens.RoleOf(token) is not { } role) return Form(options, then, LoginFault.Token);
        await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, TokenHandler.Person(role, CookieAuthenticationDefaults.AuthenticationScheme));
        return Results.LocalRedirect(Own(then));
    }

    private static async Task<IResult> SignOutAsync(HttpContext context)
    {
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Results.LocalRedirect("/login");
    }

    private static RazorComponentResult<LoginPage> Form(WebOptions options, string? then, LoginFault fault) => new RazorComponentResult<LoginPage>(new Dictionary<string, object?>
    {
        [nameof(LoginPage.Then)] = Own(then),
        [nameof(LoginPage.Fault)] = fault,
        [nameof(LoginPage.HasTokens)] = options.Tokens.Any,
        [nameof(LoginPage.HasProvider)] = options.Oidc is not null,
    })
    { StatusCode = fault != LoginFault.None ? StatusCodes.Status403Forbidden : StatusCodes.Status200OK };

    /// <summary>A way to leave this host is no way.</summary>
    private static string Own(string? then) => then is ['/', not ('/' or '\\'), ..] ? then : "/";
}
