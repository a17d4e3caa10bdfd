namespace SimXir.Dynamics;

/// <summary>The toy experiments of figures 4 and 5, as far as the paper leaves them open.</summary>
public sealed record ToyOptions
{
    /// <summary>Whether the groups' inputs intersect (Figure 5) or lie apart (Figure 4).</summary>
    public required bool Overlap { get; init; }

    /// <summary>Points in each of the four groups.</summary>
    /// <value>2 or more; 100 unless said.</value>
    public int PointsPerGroup { get; init; } = 100;

    /// <summary>Neighbours are nearer than this.</summary>
    /// <value>Above 0; Table 4 has 0.2.</value>
    public double Eps { get; init; } = 0.2;

    /// <summary>The last step, T.</summary>
    /// <value>1 or more; Table 4 has 500.</value>
    public int Steps { get; init; } = 500;

    /// <summary>Of inputs and first representations.</summary>
    public int Seed { get; init; }
}
