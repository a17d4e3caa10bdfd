using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>What an experiment remembers; its plan stands in the store.</summary>
public sealed class ExperimentState
{
    /// <summary>The sweep's submission that the entries belong to; 0 before the first.</summary>
    public int Submission { get; set; }

    /// <summary>By round; a round without an entry has not been asked for in this submission.</summary>
    public Dictionary<RoundKey, RoundEntry> Rounds { get; set; } = [];

    public CellState State { get; set; }

    /// <summary>Since when it has been at work: its start, or the end of its newest pause.</summary>
    public DateTimeOffset RunningSince { get; set; }

    /// <summary>How its sweep is served.</summary>
    public ServiceSpec Service { get; set; } = new();

    public List<CausalEntry> Log { get; set; } = [];
}
