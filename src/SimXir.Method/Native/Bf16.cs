using System.Runtime.Intrinsics.X86;
using SimXir.Experiments;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>bfloat16: a float32 with the last 16 bits cut off, which newer processors multiply several times as fast.</summary>
/// <remarks>Every device computes in it. One without the instructions is right too, but slower than in float32: oneDNN and cuDNN then widen
/// each number or have only plain kernels.</remarks>
internal static class Bf16
{
    private const int Ampere = 8;

    /// <summary>Whether this processor multiplies in it: AVX512_BF16 or AMX-BF16, and an operating system that saves such registers.</summary>
    public static bool CpuIsFast { get; } = Avx512F.IsSupported && HasInstructions();

    /// <summary>From Ampere on there are tensor cores for it.</summary>
    public static bool GpuIsFast(int index) => CudaDriver.MajorCapability(index) >= Ampere;

    /// <summary>Of images and activations. Weights, gradients, features, losses and the optimizer are float32 always.</summary>
    public static ScalarType TypeOf(Precision precision) => precision switch
    {
        Precision.Fp32 => ScalarType.Float32,
        Precision.Bf16 => ScalarType.BFloat16,
        _ => throw new RoundInputException($"this engine does not compute in {precision}; known: Fp32, Bf16"),
    };

    /// <summary>Intel's manual, volume 2, CPUID leaf 7: AMX-BF16 is bit 22 of EDX, and AVX512_BF16 bit 5 of EAX one subleaf on.</summary>
    private static bool HasInstructions()
    {
        const int Features = 7, Avx512Bf16 = 1 << 5, AmxBf16 = 1 << 22;
        if (X86Base.CpuId(0, 0).Eax < Features) return false;
        var (subleaves, _, _, first) = X86Base.CpuId(Features, 0);
        return (first & AmxBf16) != 0 || (subleaves >= 1 && (X86Base.CpuId(Features, 1).Eax & Avx512Bf16) != 0);
    }
}
