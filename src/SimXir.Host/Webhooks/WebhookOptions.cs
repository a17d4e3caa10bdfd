namespace SimXir.Host;

/// <summary>Whom a cluster tells that a sweep has ended.</summary>
/// <param name="Url">Where it is posted; without user and password.</param>
/// <param name="Secret">Signs what is posted; at least 16 characters. It is never sent, logged or shown.</param>
public sealed record WebhookOptions(Uri Url, string Secret)
{
    public const string SecretVariable = "SIMXIR_WEBHOOK_SECRET";
    public const string SecretFileVariable = SecretVariable + "_FILE";
    private const int LeastSecret = 16;

    /// <summary>Out of what the user gave and the environment.</summary>
    /// <exception cref="ClusterException">The URL is none, or nothing signs.</exception>
    public static WebhookOptions? Read(string? url, Func<string, string?> variable)
    {
        if (url is null) return null;
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.Scheme is not ("http" or "https") || parsed.UserInfo.Length > 0)
            throw new ClusterException("--webhook is no URL to post to; it has the form https://HOST/PATH, without user and password");
        var secret = variable(SecretFileVariable) is { } file ? ReadFile(file) : variable(SecretVariable);
        if (secret is not { Length: >= LeastSecret })
            throw new ClusterException($"--webhook needs a secret of {LeastSecret} characters or more to sign with, which its receiver knows too; set {SecretVariable}, or {SecretFileVariable} to a file that holds it");
        return new WebhookOptions(parsed, secret);
    }

    public override string ToString() => $"{Url.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)}/…";

    private static string ReadFile(string file)
    {
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ClusterException($"the file that {SecretFileVariable} names cannot be read ({fault.Message.TrimEnd('.')})", fault);
        }
    }
}
