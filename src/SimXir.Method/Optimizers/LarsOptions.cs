namespace SimXir.Method;

/// <summary>Which LARS: implementations differ, see the remarks of <see cref="Lars"/>.</summary>
public sealed record LarsOptions
{
    /// <value>Default 0.9; 0 to below 1.</value>
    public double Momentum { get; init; } = 0.9;

    /// <summary>Added to the gradient, as this times the weights, before it is scaled.</summary>
    /// <value>Default 0; 0 or more.</value>
    public double WeightDecay { get; init; }

    /// <summary>A layer's step at a learning rate of 1, as a part of its weights' norm (eta).</summary>
    /// <value>Default 0.001 (apex, SimCLR); above 0. solo-learn's CIFAR recipes have 0.02.</value>
    public double TrustCoefficient { get; init; } = 0.001;

    /// <summary>Whether biases and BatchNorm parameters, all that have a single axis, are neither scaled nor decayed.</summary>
    /// <value>Default true (SimCLR, BYOL, solo-learn). SimSiam's probe excludes nothing.</value>
    public bool ExcludesBiasesAndNorms { get; init; } = true;
}
