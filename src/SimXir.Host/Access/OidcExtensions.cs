using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace SimXir.Host;

/// <summary>Signing in through an OpenID Connect provider: code and PKCE, by ASP.NET's own handler; what comes of it is a session with one role.</summary>
internal static partial class OidcExtensions
{
    public const string Scheme = "oidc";

    public static void AddOidc(this AuthenticationBuilder authentication, OidcSettings settings) => authentication.AddOpenIdConnect(Scheme, oidc =>
    {
        oidc.SignInScheme = CookieAuthenticationDefaults.AuthenticationScheme;
        (oidc.Authority, oidc.ClientId, oidc.ClientSecret) = (settings.Authority.ToString(), settings.ClientId, settings.ClientSecret);
        oidc.RequireHttpsMetadata = !settings.Authority.IsLoopback;
        (oidc.ResponseType, oidc.UsePkce, oidc.MapInboundClaims, oidc.SaveTokens) = (OpenIdConnectResponseType.Code, true, false, false);
        oidc.ResponseMode = OpenIdConnectResponseMode.Query; // a form that the provider's page posts would be another site's, which OriginGuard refuses
        oidc.TokenValidationParameters.NameClaimType = "name";
        foreach (var cookie in new[] { oidc.CorrelationCookie, oidc.NonceCookie }) (cookie.SameSite, cookie.SecurePolicy) = (SameSiteMode.Lax, settings.CookiePolicy); // None, the default, needs https
        oidc.Events = new OpenIdConnectEvents
        {
            OnRedirectToIdentityProvider = context =>
            {
                if (settings.PublicUrl is { } url) context.ProtocolMessage.RedirectUri = new Uri(url, oidc.CallbackPath.Value).ToString();
                return Task.CompletedTask;
            },
            OnTokenValidated = context => GiveRoleAsync(context, settings),
            OnRemoteFailure = RefuseAsync,
        };
    });

    /// <summary>Of all that the provider says of a person, the session keeps the name and the role.</summary>
    private static Task GiveRoleAsync(TokenValidatedContext context, OidcSettings settings)
    {
        var person = context.Principal!;
        var claims = person.FindAll(settings.RoleClaim).Select(claim => claim.Value).ToArray();
        if (new[] { AccessRoles.Operator, AccessRoles.Viewer }.FirstOrDefault(claims.Contains) is { } role)
            context.Principal = TokenHandler.Person(role, Scheme, person.Identity?.Name ?? role);
        else
            context.Fail(new AccessException($"the claim '{settings.RoleClaim}' of whoever signed in holds neither '{AccessRoles.Viewer}' nor '{AccessRoles.Operator}'"));
        return Task.CompletedTask;
    }

    /// <summary>Back to the form, which says what can be said to a stranger; the log says more.</summary>
    private static Task RefuseAsync(RemoteFailureContext context)
    {
        var log = context.HttpContext.RequestServices.GetRequiredService<ILogger<OidcSettings>>();
        LogRefused(log, context.Failure!);
        context.Response.Redirect($"/login?refused={(context.Failure is AccessException ? LoginFault.Role : LoginFault.Provider)}");
        context.HandleResponse();
        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in through the provider was refused")]
    private static partial void LogRefused(ILogger log, Exception fault);
}
