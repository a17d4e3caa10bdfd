namespace SimXir.Experiments;

/// <summary>Self-supervised fine-tuning, Algorithm 1 of the paper, for SimXIR (eq. 3.1) and its variant (eq. 3.2) alike.</summary>
public sealed record FinetuneSpec
{
    /// <summary>Epochs of one round, so that K = Epochs x N / Batch.</summary>
    /// <value>Default 20 (section 5); 1 to 100,000.</value>
    public int Epochs { get; init; } = 20;

    /// <summary>T: each round's target is the encoder of the round before it.</summary>
    /// <value>Default 1 (section 5); 1 to 1,000.</value>
    public int Rounds { get; init; } = 1;

    /// <summary>The learning rate as used, whatever the batch.</summary>
    /// <value>Default 5e-4 (section 5); above 0, to 1,000.</value>
    public double LearningRate { get; init; } = 5e-4;

    /// <value>Default 512 (section 5); 2 to 65,536.</value>
    public int Batch { get; init; } = 512;

    /// <value>Default 0.9; 0 to below 1.</value>
    public double Momentum { get; init; } = 0.9;

    /// <value>Default 1e-6 (section 5); 0 to 1.</value>
    public double WeightDecay { get; init; } = 1e-6;

    /// <summary>How the learning rate moves within a round; the paper does not say.</summary>
    /// <value>Default constant.</value>
    public RateSchedule Schedule { get; init; }

    /// <summary>Whether representations are l2-normalised first (section 4.3, the "spherical constrained case").</summary>
    /// <value>Default false: features as they are, as in Algorithm 1.</value>
    public bool Spherical { get; init; }

    /// <summary>The mode of the frozen target; the paper does not say.</summary>
    /// <value>Default eval.</value>
    public TargetMode Target { get; init; }
}
