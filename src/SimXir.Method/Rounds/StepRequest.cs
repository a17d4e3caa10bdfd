namespace SimXir.Method;

/// <summary>What the host wants after a step.</summary>
public enum StepRequest
{
    /// <summary>Go on.</summary>
    Continue,

    /// <summary>Save a checkpoint and go on. An evaluation has one once the paper's probe has done an epoch, and goes on without before.</summary>
    Checkpoint,

    /// <summary>Save a checkpoint, if there is one, then stop.</summary>
    CheckpointAndStop,

    /// <summary>Stop at once, without a checkpoint.</summary>
    Stop,
}
