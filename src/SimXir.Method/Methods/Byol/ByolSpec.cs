using System.ComponentModel.DataAnnotations;

namespace SimXir.Experiments;

/// <summary>BYOL (Grill et al., 2020), with the heads of appendix C.2: projector [Linear(D, Hidden), ReLU, Linear(Hidden, Output)],
/// predictor [Linear(Output, PredictorHidden), BN, ReLU, Linear(PredictorHidden, Output)].</summary>
public sealed record ByolSpec : MethodSpec
{
    /// <summary>How much of itself the target network keeps at each step, at the beginning.</summary>
    /// <value>Default 0.99 (the CIFAR standard; BYOL's own 0.996 is for 1,000 ImageNet epochs); 0 to 1.</value>
    [Range(0, 1)]
    public double Tau { get; init; } = 0.99;

    /// <summary>Whether tau rises to 1 along a cosine over all steps, as in BYOL's paper, or stays.</summary>
    /// <value>Default cosine.</value>
    public TauSchedule TauSchedule { get; init; }

    /// <summary>Whether a BatchNorm follows the projector's first layer, as in BYOL's paper; appendix C.2 has none.</summary>
    /// <value>Default false.</value>
    public bool ProjectorBatchNorm { get; init; }

    /// <value>Default 128 (appendix C.2); 1 to 65,536.</value>
    [Range(1, 65_536)]
    public int Hidden { get; init; } = 128;

    /// <value>Default 128 (appendix C.2); 1 to 65,536.</value>
    [Range(1, 65_536)]
    public int Output { get; init; } = 128;

    /// <value>Default 512 (appendix C.2); 1 to 65,536.</value>
    [Range(1, 65_536)]
    public int PredictorHidden { get; init; } = 512;
}
