namespace SimXir.Experiments;

/// <summary>How a learning rate moves over a round.</summary>
public enum RateSchedule
{
    /// <summary>It stays.</summary>
    Constant,

    /// <summary>Down to 0 along a cosine, step by step.</summary>
    Cosine,
}
