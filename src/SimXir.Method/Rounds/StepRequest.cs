namespace SimXir.Method;

/// <summary>What the host wants after a step.</summary>
public enum StepRequest
{
    /// <summary>Go on.</summary>
    Continue,

    /// <summary>Save a checkpoint and go on. An evaluation has none and goes on.</summary>
    Checkpoint,

    /// <summary>Save a checkpoint, then stop. An evaluation stops.</summary>
    CheckpointAndStop,

    /// <summary>Stop at once, without a checkpoint.</summary>
    Stop,
}
