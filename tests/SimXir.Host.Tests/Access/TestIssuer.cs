using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SimXir.Host.Tests;

/// <summary>An OpenID Connect provider on a free port of loopback: discovery, keys, code with PKCE, id tokens signed with RSA. Everybody is Ada.</summary>
internal sealed class TestIssuer : IAsyncDisposable
{
    public const string Client = "simxir";
    public const string Secret = "client-secret-0123456789";
    private readonly ConcurrentDictionary<string, (string Challenge, string Nonce, string Back)> _codes = new();
    private readonly RSA _key = RSA.Create(2048);
    private WebApplication _app = null!;

    private TestIssuer()
    {
    }

    /// <summary>By name: to a browser it is another site than 127.0.0.1.</summary>
    public string Address { get; private set; } = "";

    /// <summary>What the next id tokens say.</summary>
    public string[] Roles { get; set; } = [];

    public string Audience { get; set; } = Client;

    public TimeSpan Lifetime { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Signs instead of the published key; null: that one does.</summary>
    public RSA? Forger { get; set; }

    /// <summary>Shows a page of its own first, as providers do: to a browser, what follows was begun by another site.</summary>
    public bool AsksFirst { get; set; }

    public static async Task<TestIssuer> StartAsync()
    {
        var issuer = new TestIssuer();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();
        var app = issuer._app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.UseRouting();
        app.MapGet("/.well-known/openid-configuration", (Delegate)issuer.Discovery);
        app.MapGet("/jwks", (Delegate)issuer.Keys);
        app.MapGet("/authorize", (Delegate)issuer.Authorize);
        app.MapPost("/token", (Delegate)issuer.TokenAsync);
        await app.StartAsync();
        var port = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;
        issuer.Address = string.Create(CultureInfo.InvariantCulture, $"http://localhost:{port}");
        return issuer;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    private IResult Discovery() => Results.Text($$"""
        {
          "issuer": "{{Address}}", "authorization_endpoint": "{{Address}}/authorize", "token_endpoint": "{{Address}}/token", "jwks_uri": "{{Address}}/jwks",
          "response_types_supported": ["code"], "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["RS256"], "code_challenge_methods_supported": ["S256"]
        }
        """, "application/json");

    private IResult Keys()
    {
        var key = _key.ExportParameters(includePrivateParameters: false);
        return Results.Json(new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = "one", n = Base64UrlEncoder.Encode(key.Modulus), e = Base64UrlEncoder.Encode(key.Exponent) } } });
    }

    private IResult Authorize(HttpContext context)
    {
        var asked = context.Request.Query;
        string[] wanted = ["code", Client, "S256"];
        if (!wanted.SequenceEqual([asked["response_type"].ToString(), asked["client_id"].ToString(), asked["code_challenge_method"].ToString()]) || !asked["scope"].ToString().Contains("openid", StringComparison.Ordinal))
            return Results.BadRequest();
        var (code, back) = (Convert.ToHexString(RandomNumberGenerator.GetBytes(16)), asked["redirect_uri"].ToString());
        _codes[code] = (asked["code_challenge"].ToString(), asked["nonce"].ToString(), back);
        var answer = QueryHelpers.AddQueryString(back, new Dictionary<string, string?> { ["code"] = code, ["state"] = asked["state"] });
        return AsksFirst ? Results.Content($"<!DOCTYPE html><title>Provider</title><a href=\"{WebUtility.HtmlEncode(answer)}\">I am Ada</a>", "text/html") : Results.Redirect(answer);
    }

    private async Task<IResult> TokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var isOwn = form["client_id"] == Client && form["client_secret"] == Secret && form["grant_type"] == "authorization_code";
        if (!isOwn || !_codes.TryRemove(form["code"].ToString(), out var known) || known.Back != form["redirect_uri"] || known.Challenge != Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))))
            return Results.Json(new { error = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
        return Results.Json(new { token_type = "Bearer", access_token = "none", expires_in = 300, id_token = IdToken(known.Nonce) });
    }

    private string IdToken(string nonce)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var end = now + Lifetime;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Address,
            Audience = Audience,
            IssuedAt = end.AddHours(-1),
            NotBefore = end.AddHours(-1),
            Expires = end,
            Claims = new Dictionary<string, object> { ["sub"] = "1", ["name"] = "Ada", ["nonce"] = nonce, ["roles"] = Roles },
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(Forger ?? _key) { KeyId = "one" }, SecurityAlgorithms.RsaSha256),
        });
    }
}
