using System.ComponentModel.DataAnnotations;

namespace SimXir.Experiments;

/// <summary>SimCLR (Chen et al., 2020), with the projector of appendix C.2: [Linear(D, Hidden), BN, ReLU, Linear(Hidden, Output), BN].</summary>
public sealed record SimClrSpec : MethodSpec
{
    /// <value>Default 0.2 (appendix C.2); above 0, to 100.</value>
    [Range(0, 100, MinimumIsExclusive = true)]
    public double Temperature { get; init; } = 0.2;

    /// <value>Default 512 (appendix C.2); 1 to 65,536.</value>
    [Range(1, 65_536)]
    public int Hidden { get; init; } = 512;

    /// <value>Default 128 (appendix C.2); 1 to 65,536.</value>
    [Range(1, 65_536)]
    public int Output { get; init; } = 128;
}
