using System.ComponentModel.DataAnnotations;

namespace SimXir.Experiments;

/// <summary>Barlow Twins (Zbontar et al., 2021): projector [Linear(D, Hidden), BN, ReLU, Linear(Hidden, Hidden), BN, ReLU, Linear(Hidden, Output)].</summary>
public sealed record BarlowTwinsSpec : MethodSpec
{
    /// <summary>lambda: the weight of the terms off the diagonal, which remove redundancy.</summary>
    /// <value>Default 0.005 (the paper, section 2.2); 0 to 1.</value>
    [Range(0, 1)]
    public double Lambda { get; init; } = 0.005;

    /// <value>Default 2,048 (lightly's benchmark on CIFAR-10, where the paper has 8,192 on ImageNet); 1 to 65,536.</value>
    [Range(1, 65_536)]
    public int Hidden { get; init; } = 2048;

    /// <value>Default 2,048 (as for Hidden); 1 to 65,536.</value>
    [Range(1, 65_536)]
    public int Output { get; init; } = 2048;
}
