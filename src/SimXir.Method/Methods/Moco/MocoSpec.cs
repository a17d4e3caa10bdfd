using System.ComponentModel.DataAnnotations;

namespace SimXir.Experiments;

/// <summary>MoCo (He et al., 2020), with the projector of appendix C.2: [Linear(D, Hidden), ReLU, Linear(Hidden, Output)].</summary>
public sealed partial record MocoSpec : MethodSpec
{
    /// <summary>m: how much of itself the key encoder keeps at each step.</summary>
    /// <value>Default 0.999 (appendix C.2); 0 to 1.</value>
    [Range(0, 1)]
    public double Momentum { get; init; } = 0.999;

    /// <summary>K: keys of earlier batches that serve as negatives.</summary>
    /// <value>Default 2,048 (appendix C.2); 2 to 1,048,576. A multiple of the batch, or of twice the batch where <see cref="Symmetric"/>.</value>
    [Range(2, 1_048_576)]
    public int Queue { get; init; } = 2048;

    /// <value>Default 0.2 (appendix C.2); above 0, to 100.</value>
    [Range(0, 100, MinimumIsExclusive = true)]
    public double Temperature { get; init; } = 0.2;

    /// <summary>Whether each view is once the query and once the key; the loss is then the sum of both, as in MoCo's CIFAR notebook.</summary>
    /// <value>Default false, as in MoCo's paper.</value>
    public bool Symmetric { get; init; }

    /// <summary>Groups of the batch with statistics of their own in every BatchNorm, as if on so many GPUs; with more than one, key
    /// batches are shuffled among them ("shuffling BN").</summary>
    /// <value>Default 1: plain BatchNorm; 1 to 64, a divisor of the batch.</value>
    [Range(1, 64)]
    public int BatchNormSplits { get; init; } = 1;

    /// <value>Default 128 (appendix C.2); 1 to 65,536.</value>
    [Range(1, 65_536)]
    public int Hidden { get; init; } = 128;

    /// <value>Default 128 (appendix C.2); 1 to 65,536.</value>
    [Range(1, 65_536)]
    public int Output { get; init; } = 128;
}
