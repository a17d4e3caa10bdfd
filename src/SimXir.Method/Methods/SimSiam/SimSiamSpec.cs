using System.ComponentModel.DataAnnotations;

namespace SimXir.Experiments;

/// <summary>SimSiam (Chen and He, 2021), with the heads of appendix C.2: projector [Linear(D, Hidden), BN, ReLU, Linear(Hidden, Hidden), BN,
/// ReLU, Linear(Hidden, Output), BN], predictor [Linear(Output, PredictorHidden), BN, ReLU, Linear(PredictorHidden, Output)].</summary>
public sealed record SimSiamSpec : MethodSpec
{
    /// <summary>Whether the predictor's learning rate stays at its first value (SimSiam's --fix-pred-lr).</summary>
    /// <value>Default true.</value>
    public bool FixedPredictorLearningRate { get; init; } = true;

    /// <value>Default 512 (appendix C.2); 1 to 65,536.</value>
    [Range(1, 65_536)]
    public int Hidden { get; init; } = 512;

    /// <value>Default 128 (appendix C.2); 1 to 65,536.</value>
    [Range(1, 65_536)]
    public int Output { get; init; } = 128;

    /// <value>Default 512 (appendix C.2), wider than Output, where SimSiam's own predictor narrows; 1 to 65,536.</value>
    [Range(1, 65_536)]
    public int PredictorHidden { get; init; } = 512;
}
