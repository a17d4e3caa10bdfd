using TorchSharp;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>
/// Arithmetic with plain numbers, for what runs in each step. TorchSharp's own wraps a number in a native object that nothing holds any more
/// once the call has begun: where the collector runs in that moment, libtorch reads freed memory. It was seen as an addition that complains of
/// its factor's type, once in some 50,000 steps beside a busy collector. Even a + b has such a number in it: the factor 1 of b.
/// </summary>
/// <remarks>What is left to the collector also breaks up the heap: see <see cref="BatchNorm"/>.</remarks>
internal static class SafeArithmetic
{
    private static readonly Scalar One = 1;

    public static Tensor Plus(this Tensor a, double b)
    {
        using Scalar number = b;
        return a.add(number, One);
    }

    /// <returns>a + factor b.</returns>
    public static Tensor Plus(this Tensor a, Tensor b, double factor = 1)
    {
        using Scalar number = factor;
        return a.add(b, number);
    }

    public static Tensor Times(this Tensor a, double b)
    {
        using Scalar number = b;
        return a.mul(number);
    }

    /// <summary>a += factor b.</summary>
    public static Tensor Accumulate(this Tensor a, Tensor b, double factor = 1)
    {
        using Scalar number = factor;
        return a.add_(b, number);
    }

    /// <summary>a = keep a + factor b.</summary>
    public static void Blend(this Tensor a, double keep, Tensor b, double factor = 1)
    {
        using Scalar kept = keep;
        a.mul_(kept).Accumulate(b, factor);
    }

    /// <summary>a += 1.</summary>
    public static void Increment(this Tensor a) => a.add_(One, One);
}
