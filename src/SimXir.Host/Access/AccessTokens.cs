using System.Security.Cryptography;
using System.Text;

namespace SimXir.Host;

/// <summary>The secrets that let people and programs in, kept as hashes: what a token was cannot be read out of this process's messages.</summary>
public sealed class AccessTokens
{
    /// <summary>Shorter ones could be guessed.</summary>
    public const int FewestLetters = 20;
    public const string OperatorVariable = "SIMXIR_OPERATOR_TOKEN";
    public const string ViewerVariable = "SIMXIR_VIEWER_TOKEN";
    private readonly byte[]? _viewer;
    private readonly byte[]? _operator;

    private AccessTokens(string? viewer, string? @operator) => (_viewer, _operator) = (Hash(viewer), Hash(@operator));

    public static AccessTokens None { get; } = new(null, null);

    public bool Any => _viewer is not null || _operator is not null;

    /// <summary>Another for other tokens; it tells nothing of them.</summary>
    internal byte[] Fingerprint => SHA256.HashData([.. _viewer ?? new byte[SHA256.HashSizeInBytes], .. _operator ?? new byte[SHA256.HashSizeInBytes]]);

    /// <summary>Out of the variables, or of the files that <c>…_FILE</c> name.</summary>
    /// <exception cref="AccessException">One cannot be read, or is too short.</exception>
    public static AccessTokens Read(Func<string, string?> variable)
    {
        var (viewer, @operator) = (Secrets.Read(variable, ViewerVariable), Secrets.Read(variable, OperatorVariable));
        foreach (var (name, token) in new[] { (ViewerVariable, viewer), (OperatorVariable, @operator) })
        {
            if (token is { Length: < FewestLetters })
                throw new AccessException($"{name} has {token.Length} characters; allowed are {FewestLetters} or more: make one with 'openssl rand -hex 24'");
        }
        if (viewer is not null && viewer == @operator) throw new AccessException($"{ViewerVariable} and {OperatorVariable} are equal, so every viewer would be an operator; give two");
        return new AccessTokens(viewer, @operator);
    }

    /// <summary>The role of whoever shows the token; null for nobody's. It takes as long for a wrong token as for a right one.</summary>
    public string? RoleOf(string token)
    {
        var shown = Hash(token)!;
        var (isViewer, isOperator) = (Equal(shown, _viewer), Equal(shown, _operator));
        return isOperator ? AccessRoles.Operator : isViewer ? AccessRoles.Viewer : null;
    }

    private static bool Equal(byte[] shown, byte[]? own) => CryptographicOperations.FixedTimeEquals(shown, own ?? new byte[shown.Length]) && own is not null;

    private static byte[]? Hash(string? token) => token is null ? null : SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
