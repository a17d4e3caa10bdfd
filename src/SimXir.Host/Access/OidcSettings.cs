using Microsoft.AspNetCore.Http;

namespace SimXir.Host;

/// <summary>Who else vouches for people: an OpenID Connect provider, through ASP.NET's own handler.</summary>
/// <param name="Authority">Its address.</param>
/// <param name="ClientId">What it knows this program by.</param>
/// <param name="ClientSecret">Null for a public client.</param>
/// <param name="RoleClaim">The claim of the id token that holds <c>viewer</c> or <c>operator</c>.</param>
/// <param name="PublicUrl">Where browsers reach this program, to which the provider sends them back; null where that is what they ask for, without a proxy that ends TLS.</param>
public sealed record OidcSettings(Uri Authority, string ClientId, string? ClientSecret, string RoleClaim, Uri? PublicUrl)
{
    internal CookieSecurePolicy CookiePolicy => PublicUrl?.Scheme == Uri.UriSchemeHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;

    /// <summary>Null where no authority is set.</summary>
    /// <exception cref="AccessException">What is set cannot be.</exception>
    public static OidcSettings? Read(Func<string, string?> variable)
    {
        if (variable("SIMXIR_OIDC_AUTHORITY") is not { Length: > 0 } authority) return null;
        if (!Uri.TryCreate(authority, UriKind.Absolute, out var uri) || !(uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback)))
            throw new AccessException($"SIMXIR_OIDC_AUTHORITY '{authority}' is no provider's address; allowed is https://… (http:// on loopback only)");
        if (variable("SIMXIR_OIDC_CLIENT_ID") is not { Length: > 0 } client)
            throw new AccessException("SIMXIR_OIDC_AUTHORITY is set and SIMXIR_OIDC_CLIENT_ID is not; give the id under which the provider knows this program");
        return new OidcSettings(uri, client, Secrets.Read(variable, "SIMXIR_OIDC_CLIENT_SECRET"), variable("SIMXIR_OIDC_ROLE_CLAIM") is { Length: > 0 } claim ? claim : "roles", Public(variable("SIMXIR_OIDC_PUBLIC_URL")));
    }

    private static Uri? Public(string? text)
    {
        if (string.IsNullOrEmpty(text)) return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.PathAndQuery == "/"
            ? uri
            : throw new AccessException($"SIMXIR_OIDC_PUBLIC_URL '{text}' is no address of this program's pages; allowed is https://HOST[:PORT], without a path");
    }

    /// <summary>Without its secret: for messages and logs.</summary>
    public override string ToString() => $"{Authority} as {ClientId}";
}
