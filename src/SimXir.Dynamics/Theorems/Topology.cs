namespace SimXir.Dynamics;

/// <summary>Inputs of a connected group in the plane; neighbours are one apart.</summary>
internal enum Topology
{
    /// <summary>Each point is a neighbour of the one before and the one after.</summary>
    Chain,

    /// <summary>A chain whose ends are neighbours.</summary>
    Ring,

    /// <summary>One point in the middle is everybody's only neighbour; at most six points fit in the plane.</summary>
    Star,

    /// <summary>All are neighbours.</summary>
    Clique,

    /// <summary>Two rows: a chain that is two points wide.</summary>
    Ladder,
}
