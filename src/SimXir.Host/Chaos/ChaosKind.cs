namespace SimXir.Host;

/// <summary>What is hurt.</summary>
public enum ChaosKind
{
    /// <summary>Training silos: killed, stopped for a while, or asked to leave.</summary>
    Worker,

    /// <summary>Control silos: one killed, or all of them.</summary>
    Silo,

    /// <summary>The store: calls fail, are slow, lose their answers, or it is gone for a while.</summary>
    Store,

    /// <summary>Any of these, Redis, and everything at once.</summary>
    All,
}
