using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>What <see cref="TrainBench"/> measures.</summary>
public sealed record TrainBenchOptions
{
    public MethodSpec Method { get; init; } = new SimSiamSpec();

    public BackboneSpec Backbone { get; init; } = new();

    /// <summary>Images a step; a step trains on two views of each.</summary>
    public int Batch { get; init; } = 128;

    /// <summary>Fp32 or Bf16.</summary>
    public Precision Precision { get; init; } = Precision.Fp32;

    public int Threads { get; init; } = 1;

    /// <summary>How many steps are timed.</summary>
    public int Steps { get; init; } = 20;

    /// <summary>How many steps go before them: kernels are compiled, memory is fetched.</summary>
    public int WarmUp { get; init; } = 5;
}
