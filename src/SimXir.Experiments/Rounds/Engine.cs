namespace SimXir.Experiments;

/// <summary>The version of everything that decides a round's numbers; part of every round key.</summary>
public static class Engine
{
    /// <summary>Raise it with any change that alters the weights, features or figures of some recipe.</summary>
    public const string Version = "3";
}
