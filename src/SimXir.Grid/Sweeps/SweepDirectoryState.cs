using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>The sweeps that have not ended.</summary>
public sealed class SweepDirectoryState
{
    public List<SweepId> Unfinished { get; set; } = [];
}
