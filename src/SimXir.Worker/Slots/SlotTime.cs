namespace SimXir.Worker;

/// <summary>What a slot's time goes into while it goes; waste is known only afterwards.</summary>
public enum SlotTime
{
    Idle,
    Startup,
    Useful,
    Redone,
    Checkpoint,
}
