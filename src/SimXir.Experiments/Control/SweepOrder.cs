namespace SimXir.Experiments;

/// <summary>What a user wants of a sweep that has not ended.</summary>
public enum SweepOrder
{
    /// <summary>Go on.</summary>
    Run,

    /// <summary>Give the slots back after a checkpoint, and wait.</summary>
    Pause,

    /// <summary>Give the slots back at once, for good.</summary>
    Cancel,
}
