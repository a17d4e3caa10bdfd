using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>The waiting rounds of one sweep, in the order of their arrival.</summary>
internal sealed class Lane(SweepId sweep)
{
    public SweepId Sweep => sweep;

    public SortedDictionary<long, WaitingRound> Rounds { get; } = [];

    /// <summary>As its newest round says.</summary>
    public ServiceSpec Service { get; set; } = new();

    public long FirstPlace => Rounds.Keys.First();
}
