using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace SimXir.Host;

/// <summary>Lets programs in that send <c>Authorization: Bearer TOKEN</c>.</summary>
internal sealed class TokenHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, AccessTokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    private const string Prefix = "Bearer ";

    public static ClaimsPrincipal Person(string role, string scheme, string? name = null) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.Name, name ?? role), new Claim(ClaimTypes.Role, role)], scheme));

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers.Authorization.ToString() is not { } header || !header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return Task.FromResult(AuthenticateResult.NoResult());
        return Task.FromResult(tokens.RoleOf(header[Prefix.Length..].Trim()) is { } role
            ? AuthenticateResult.Success(new AuthenticationTicket(Person(role, Scheme.Name), Scheme.Name))
            : AuthenticateResult.Fail("nobody's token"));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        return Problems.WriteAsync(Context, StatusCodes.Status401Unauthorized, "a token is needed: send 'Authorization: Bearer TOKEN'");
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Problems.WriteAsync(Context, StatusCodes.Status403Forbidden, "this needs an operator's token; yours is a viewer's");
}
