using System.Collections.Immutable;
using System.Net;

namespace SimXir.Host;

/// <summary>Where the web listens: <c>none</c>, or addresses such as <c>http://127.0.0.1:5780</c>, separated by <c>;</c> or <c>,</c>.</summary>
public sealed record WebUrls
{
    /// <summary>Where it is looked for first; where another process has it, a free port is taken.</summary>
    public const int UsualPort = 5780;
    public const string Form = "none, or http://HOST:PORT (HOST an IP address, 'localhost', or '*' for all; PORT 0 for a free one), several separated by ';'";

    private WebUrls(ImmutableArray<Uri> addresses, bool isDefault) => (Addresses, IsDefault) = (addresses, isDefault);

    public static WebUrls Default { get; } = new([new Uri($"http://127.0.0.1:{UsualPort}")], isDefault: true);

    public static WebUrls Off { get; } = new([], isDefault: false);

    /// <summary>A free port on loopback.</summary>
    public static WebUrls Free { get; } = new([new Uri("http://127.0.0.1:0")], isDefault: false);

    public ImmutableArray<Uri> Addresses { get; }

    /// <summary>Nobody asked for it, so nothing fails where it cannot be.</summary>
    public bool IsDefault { get; }

    public bool IsOff => Addresses.IsEmpty;

    /// <summary>One that other machines can reach; null where none can.</summary>
    public Uri? Public => Addresses.FirstOrDefault(address => !IsLoopback(address));

    /// <exception cref="FormatException">The text has another form; the message says which it must have.</exception>
    public static WebUrls Parse(string text)
    {
        if (text.Trim() is "none") return Off;
        var parts = text.Split([';', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 0 ? throw Fault(text) : new WebUrls([.. parts.Select(part => Address(part, text))], isDefault: false);
    }

    public override string ToString() => IsOff ? "none" : string.Join(';', Addresses.Select(address => address.GetLeftPart(UriPartial.Authority)));

    private static Uri Address(string part, string text)
    {
        var named = part.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal);
        if (!Uri.TryCreate(named, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.AbsolutePath != "/" || uri.Query.Length > 0 || uri.UserInfo.Length > 0) throw Fault(text);
        return uri.Host == "localhost" || IPAddress.TryParse(uri.DnsSafeHost, out _) ? uri : throw Fault(text);
    }

    private static bool IsLoopback(Uri address) => address.Host == "localhost" || IPAddress.IsLoopback(IPAddress.Parse(address.DnsSafeHost));

    private static FormatException Fault(string text) => new($"--urls '{text}' is no address to listen on; allowed are {Form}");
}
