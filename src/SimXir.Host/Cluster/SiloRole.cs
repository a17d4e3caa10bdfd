namespace SimXir.Host;

/// <summary>What a silo is for.</summary>
public enum SiloRole
{
    /// <summary>Keeps the grid: its grains, and the door for clients. Never loads libtorch.</summary>
    Control,

    /// <summary>Trains: its slots ask the control silos for work.</summary>
    Gpu,

    /// <summary>Both.</summary>
    All,
}
