using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace SimXir.Host;

/// <summary>The one key that protects sessions, made of a secret that all control silos are given: it lies in no store and on no disk. Another secret, or another
/// token of a viewer or an operator, is another key, and ends all sessions.</summary>
internal sealed class SessionKeys : IKeyManager, IKey
{
    public const string Variable = "SIMXIR_SESSION_SECRET";
    public const int FewestLetters = 32;
    private const int MasterKeyBytes = 64;
    private static readonly AuthenticatedEncryptorConfiguration Algorithms = new();
    private readonly ILoggerFactory _loggers;

    /// <param name="secret">At least <see cref="FewestLetters"/> characters.</param>
    /// <param name="bound">What the key belongs to besides.</param>
    /// <param name="loggers">For the encryptor's own.</param>
    public SessionKeys(string secret, ReadOnlySpan<byte> bound, ILoggerFactory loggers)
    {
        var (own, key, id) = (Encoding.UTF8.GetBytes(secret), new byte[MasterKeyBytes], new byte[16]);
        HKDF.DeriveKey(HashAlgorithmName.SHA512, own, key, salt: bound, info: "simxir session key"u8);
        HKDF.DeriveKey(HashAlgorithmName.SHA512, own, id, salt: bound, info: "simxir session key id"u8);
        (_loggers, KeyId, Descriptor) = (loggers, new Guid(id), new AuthenticatedEncryptorDescriptor(Algorithms, new Secret(key)));
    }

    public Guid KeyId { get; }

    public IAuthenticatedEncryptorDescriptor Descriptor { get; }

    public DateTimeOffset ActivationDate => new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public DateTimeOffset CreationDate => ActivationDate;

    /// <summary>Never: it changes with the secret.</summary>
    public DateTimeOffset ExpirationDate => new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public bool IsRevoked => false;

    /// <summary>Null where none is set.</summary>
    /// <exception cref="AccessException">It cannot be read, or could be guessed.</exception>
    public static string? ReadSecret(Func<string, string?> variable) => Secrets.Read(variable, Variable) switch
    {
        { Length: < FewestLetters } secret => throw new AccessException($"{Variable} has {secret.Length} characters; allowed are {FewestLetters} or more: make one with 'openssl rand -hex 32'"),
        var secret => secret,
    };

    public IAuthenticatedEncryptor? CreateEncryptor() => new AuthenticatedEncryptorFactory(_loggers).CreateEncryptorInstance(this);

    public IReadOnlyCollection<IKey> GetAllKeys() => [this];

    public CancellationToken GetCacheExpirationToken() => CancellationToken.None;

    public IKey CreateNewKey(DateTimeOffset activationDate, DateTimeOffset expirationDate) => this;

    public void RevokeAllKeys(DateTimeOffset revocationDate, string? reason = null) => throw new NotSupportedException($"the key of sessions is revoked by another {Variable}");

    public void RevokeKey(Guid keyId, string? reason = null) => RevokeAllKeys(default, reason);
}
