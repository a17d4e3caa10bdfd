using SimXir.Experiments;

namespace SimXir.Host;

/// <summary>How people and programs reach this process.</summary>
public sealed record WebOptions
{
    /// <summary>Where it listens.</summary>
    public WebUrls Urls { get; init; } = WebUrls.Default;

    public AccessTokens Tokens { get; init; } = AccessTokens.None;

    /// <summary>Null: tokens alone let people in.</summary>
    public OidcSettings? Oidc { get; init; }

    /// <summary>What keeps sessions over the end of this process, and on other control silos; null: a session ends with its process.</summary>
    internal string? SessionSecret { get; init; }

    /// <summary>The one sweep that this process drives; null: whatever is submitted.</summary>
    public SweepId? Only { get; init; }

    /// <summary>Whoever reaches it is its operator: then it listens on loopback alone.</summary>
    public bool IsOpen => !Tokens.Any && Oidc is null;

    /// <summary>Out of what the user gave and the environment.</summary>
    /// <param name="urls">Of <c>--urls</c>.</param>
    /// <param name="variable">The environment.</param>
    /// <exception cref="AccessException">It cannot be, or it could be reached by strangers.</exception>
    public static WebOptions Read(WebUrls urls, Func<string, string?> variable)
    {
        if (urls.IsOff) return new WebOptions { Urls = urls };
        var options = new WebOptions { Urls = urls, Tokens = AccessTokens.Read(variable), Oidc = OidcSettings.Read(variable), SessionSecret = SessionKeys.ReadSecret(variable) };
        if (options.IsOpen && urls.Public is { } address)
        {
            throw new AccessException(
                $"--urls {address} can be reached from other machines, and nothing would keep strangers out; set {AccessTokens.OperatorVariable} (and {AccessTokens.ViewerVariable}), or "
                + $"{AccessTokens.OperatorVariable}_FILE, or SIMXIR_OIDC_AUTHORITY, or listen on loopback: --urls {new UriBuilder(address.Scheme, "127.0.0.1", address.Port).Uri.GetLeftPart(UriPartial.Authority)}");
        }
        return options;
    }
}
