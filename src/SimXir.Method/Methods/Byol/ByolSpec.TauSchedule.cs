namespace SimXir.Experiments;

/// <summary>How BYOL's tau moves over a pretraining's K steps.</summary>
public enum TauSchedule
{
    /// <summary>tau(k) = 1 - (1 - tau) (cos(pi k / K) + 1) / 2.</summary>
    Cosine,

    /// <summary>It stays.</summary>
    Constant,
}
