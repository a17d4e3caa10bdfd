namespace SimXir.Experiments;

/// <summary>Where a cell, an experiment or a sweep stands.</summary>
public enum CellState
{
    /// <summary>Nothing of it has started.</summary>
    Waiting,

    /// <summary>Some of it has started, not all has ended.</summary>
    Running,

    /// <summary>All its rounds are committed.</summary>
    Completed,

    /// <summary>Training diverged: a result.</summary>
    Diverged,

    /// <summary>A round failed for good; <c>why</c> tells the reason.</summary>
    Failed,

    /// <summary>Held back, by a user or by a limit; what was trained is kept, and a user can let it go on.</summary>
    Paused,

    /// <summary>Given up by a user; submitted again, it starts again from its checkpoints.</summary>
    Cancelled,
}
