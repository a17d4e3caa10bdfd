namespace SimXir.Dynamics;

/// <summary>What <see cref="DynamicsBench"/> measured.</summary>
/// <param name="Radius">Of the neighbourhoods.</param>
/// <param name="Edges">Neighbours of all points, themselves included.</param>
/// <param name="Search">To find the neighbours.</param>
/// <param name="Averaging">All steps.</param>
/// <param name="AllocatedBytes">All that both allocated, whether or not it was in use at the same time: the peak is no more.</param>
public sealed record DynamicsBenchResult(double Radius, int Edges, TimeSpan Search, TimeSpan Averaging, long AllocatedBytes)
{
    /// <summary>Both together.</summary>
    public TimeSpan Total => Search + Averaging;
}
