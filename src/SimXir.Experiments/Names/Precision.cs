namespace SimXir.Experiments;

/// <summary>The arithmetic of training.</summary>
public enum Precision
{
    /// <summary>Resolved once, at submission, to what the engine supports best; a recipe never holds it.</summary>
    Auto,

    /// <summary>32-bit floating point throughout.</summary>
    Fp32,

    /// <summary>Forward passes in bfloat16 where that is safe (autocast); weights, gradients, statistics, losses and optimizer in 32 bits.</summary>
    Bf16,
}
