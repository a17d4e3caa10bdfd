namespace SimXir.Experiments;

/// <summary>The mode of SimXIR's frozen target network, which decides the statistics of its BatchNorm layers.</summary>
public enum TargetMode
{
    /// <summary>Running statistics: within a round the target is one fixed function of its input.</summary>
    Eval,

    /// <summary>The batch's statistics.</summary>
    Train,
}
