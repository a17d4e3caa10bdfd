namespace SimXir.Host;

/// <summary>What somebody may do: look, or also order.</summary>
public static class AccessRoles
{
    public const string Viewer = "viewer";

    /// <summary>Sees everything and may change it; a viewer too.</summary>
    public const string Operator = "operator";
}
