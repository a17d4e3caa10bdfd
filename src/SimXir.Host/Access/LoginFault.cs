namespace SimXir.Host;

/// <summary>Why somebody was not let in, as far as strangers are told.</summary>
public enum LoginFault
{
    None,

    /// <summary>The token is nobody's.</summary>
    Token,

    /// <summary>The provider knows the person, and gives no role here.</summary>
    Role,

    /// <summary>What the provider's answer holds cannot be trusted, or it gave none.</summary>
    Provider,
}
