using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace SimXir.Host;

/// <summary>Who is let in, by ASP.NET's own authentication and authorization.</summary>
internal static class AccessExtensions
{
    /// <summary>Programs, or anyone on a machine of one's own.</summary>
    public const string Programs = "programs";
    public const string Local = "local";
    private const string Choice = "choice";
    private static readonly TimeSpan Session = TimeSpan.FromHours(12);

    public static IServiceCollection AddAccess(this IServiceCollection services, WebOptions options)
    {
        services.AddSingleton(options.Tokens);
        var authentication = services.AddAuthentication(Choice)
            .AddPolicyScheme(Choice, null, choice => choice.ForwardDefaultSelector = context => options.IsOpen ? Local : IsForPrograms(context.Request) ? Programs : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddScheme<AuthenticationSchemeOptions, TokenHandler>(Programs, null)
            .AddScheme<AuthenticationSchemeOptions, LocalHandler>(Local, null)
            .AddCookie(cookie =>
            {
                (cookie.LoginPath, cookie.LogoutPath, cookie.AccessDeniedPath, cookie.ReturnUrlParameter) = ("/login", "/logout", "/login", "then");
                (cookie.ExpireTimeSpan, cookie.SlidingExpiration) = (Session, true);
                (cookie.Cookie.Name, cookie.Cookie.SameSite, cookie.Cookie.HttpOnly, cookie.Cookie.SecurePolicy) = ("simxir", options.Oidc is null ? SameSiteMode.Strict : SameSiteMode.Lax, true, options.Oidc?.CookiePolicy ?? CookieSecurePolicy.SameAsRequest); // strict ones are not sent with the navigation that a provider's page began
            });
        if (options.Oidc is { } oidc) authentication.AddOidc(oidc);
        services.AddAuthorizationBuilder()
            .AddPolicy(AccessRoles.Viewer, policy => policy.RequireRole(AccessRoles.Viewer, AccessRoles.Operator))
            .AddPolicy(AccessRoles.Operator, policy => policy.RequireRole(AccessRoles.Operator))
            .SetFallbackPolicy(new Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder().RequireRole(AccessRoles.Viewer, AccessRoles.Operator).Build());
        return services;
    }

    /// <summary>No key lies on a disk or in a store: it is made of the secret that was given, or ends with its process.</summary>
    public static IServiceCollection AddSessionKeys(this IServiceCollection services, WebOptions options)
    {
        var protection = services.AddDataProtection().SetApplicationName("simxir");
        if (options.SessionSecret is not { } secret) protection.UseEphemeralDataProtectionProvider();
        else services.AddSingleton<IKeyManager>(provider => new SessionKeys(secret, options.Tokens.Fingerprint, provider.GetRequiredService<ILoggerFactory>()));
        return services;
    }

    /// <summary>A browser's cookie opens pages, not the API: so no page of another site can use it there.</summary>
    private static bool IsForPrograms(HttpRequest request) => request.Path.StartsWithSegments("/api") || request.Headers.Authorization.Count > 0;
}
