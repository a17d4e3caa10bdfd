using System.Globalization;

namespace SimXir.Host;

/// <summary>Where a cluster's members find each other: a Redis server, and the cluster's name there.</summary>
/// <param name="Host">The server's name or IP address.</param>
/// <param name="Port">1 to 65535.</param>
/// <param name="Name">Several clusters can share a server under different names.</param>
/// <param name="User">Of the server's access list; null for its default user.</param>
/// <param name="Password">Null where the server asks for none.</param>
/// <param name="IsEncrypted">Whether the connection is TLS.</param>
public sealed record ClusterAddress(string Host, int Port, string Name, string? User, string? Password, bool IsEncrypted)
{
    public const string Form = "redis://[USER:PASSWORD@]HOST[:PORT][/NAME], or rediss:// for TLS";
    public const string DefaultName = "simxir";
    private const int DefaultPort = 6379;

    /// <exception cref="FormatException">The text has another form; the message shows it without its password.</exception>
    public static ClusterAddress Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("redis" or "rediss") || uri.Host.Length == 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
            throw Fault(text, "it");
        var name = uri.AbsolutePath.Trim('/');
        if (name.Length > 64 || name.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '_' or '.')))
            throw Fault(text, "its NAME (letters, digits, '-', '_' and '.', 64 at most)");
        var (user, password) = uri.UserInfo.Split(':', 2) switch
        {
            [""] => (null, null),
            [var only] => (null, Uri.UnescapeDataString(only)),
            [var first, var second] => (first.Length == 0 ? null : Uri.UnescapeDataString(first), Uri.UnescapeDataString(second)),
            _ => (null, null),
        };
        return new ClusterAddress(uri.Host, uri.Port > 0 ? uri.Port : DefaultPort, name.Length == 0 ? DefaultName : name, user, password, uri.Scheme == "rediss");
    }

    /// <summary>Without its password: for messages and logs.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(IsEncrypted ? "rediss" : "redis")}://{Host}:{Port}/{Name}");

    private static FormatException Fault(string text, string part)
    {
        var shown = text.LastIndexOf('@') is var at and > 0 ? $"…{text[at..]}" : text;
        return new FormatException($"'{shown}' is no address of a cluster: {part} must have the form {Form}");
    }
}
