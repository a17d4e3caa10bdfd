namespace SimXir.Experiments;

/// <summary>What moves the parameters in pretraining.</summary>
public enum OptimizerKind
{
    /// <summary>SGD with momentum; weight decay on every parameter.</summary>
    Sgd,

    /// <summary>SGD whose step is scaled layer by layer to the weights' norm (You et al., 2017); biases and BatchNorm parameters are neither
    /// scaled nor decayed, as in SimCLR.</summary>
    Lars,
}
