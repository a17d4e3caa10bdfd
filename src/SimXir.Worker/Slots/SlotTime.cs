namespace SimXir.Worker;

/// <summary>What a slot's time goes into.</summary>
public enum SlotTime
{
    Idle,
    Startup,
    Useful,
    Redone,
    Checkpoint,

    /// <summary>Known only afterwards, so it never runs.</summary>
    Wasted,
}
