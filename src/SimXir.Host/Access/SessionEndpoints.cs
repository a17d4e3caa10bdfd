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
        routes.MapGet("/login", (string? then) => Form(options, then, isWrong: false)).AllowAnonymous().ExcludeFromDescription();
        routes.MapPost("/login", SignInAsync).AllowAnonymous().RequireRateLimiting(Guesses).ExcludeFromDescription();
        routes.MapPost("/logout", (Delegate)SignOutAsync).DisableAntiforgery().ExcludeFromDescription(); // the worst that a forged one does is to sign out, and OriginGuard refuses it
        if (options.Oidc is null) return;
        routes.MapGet("/login/provider", (string? then) => TypedResults.Challenge(new AuthenticationProperties { RedirectUri = Own(then) }, ["oidc"])).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> SignInAsync(HttpContext context, WebOptions options, [Microsoft.AspNetCore.Mvc.FromForm] string token, [Microsoft.AspNetCore.Mvc.FromForm] string? then)
    {
        if (options.Tokens.RoleOf(token) is not { } role) return Form(options, then, isWrong: true);
        await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, TokenHandler.Person(role, CookieAuthenticationDefaults.AuthenticationScheme));
        return Results.LocalRedirect(Own(then));
    }

    private static async Task<IResult> SignOutAsync(HttpContext context)
    {
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Results.LocalRedirect("/login");
    }

    private static RazorComponentResult<LoginPage> Form(WebOptions options, string? then, bool isWrong) => new RazorComponentResult<LoginPage>(new Dictionary<string, object?>
    {
        [nameof(LoginPage.Then)] = Own(then),
        [nameof(LoginPage.IsWrong)] = isWrong,
        [nameof(LoginPage.HasTokens)] = options.Tokens.Any,
        [nameof(LoginPage.HasProvider)] = options.Oidc is not null,
    })
    { StatusCode = isWrong ? StatusCodes.Status403Forbidden : StatusCodes.Status200OK };

    /// <summary>A way to leave this host is no way.</summary>
    private static string Own(string? then) => then is ['/', not ('/' or '\\'), ..] ? then : "/";
}
