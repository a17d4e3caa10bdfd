using SimXir.Experiments;
using static TorchSharp.torch;

namespace SimXir.Method.Tests;

public sealed class Bf16Tests
{
    [Fact]
    public void CpuIsFast_Linux_AgreesWithTheKernelsFlags()
    {
        const string CpuInfo = "/proc/cpuinfo";
        Assert.SkipUnless(File.Exists(CpuInfo), $"there is no {CpuInfo}");
        var flags = File.ReadLines(CpuInfo).FirstOrDefault(line => line.StartsWith("flags", StringComparison.Ordinal))?.Split(' ') ?? [];
        Assert.Equal(flags.Contains("avx512_bf16") || flags.Contains("amx_bf16"), Bf16.CpuIsFast);
    }

    [Fact]
    public void BestPrecision_WithoutGpu_IsWhatTheCpuDoesFast()
    {
        Assert.SkipUnless(TorchEnvironment.CudaDevices == 0, "there is a GPU");
        Assert.Equal(Bf16.CpuIsFast ? Precision.Bf16 : Precision.Fp32, TorchEnvironment.BestPrecision);
        Assert.Contains(TorchEnvironment.Levers, lever => lever.StartsWith(Bf16.CpuIsFast ? "bf16 on this CPU: fast" : "bf16 on this CPU: slower", StringComparison.Ordinal));
    }

    [Fact]
    public void GpuIsFast_NoSuchGpu_IsFalse() => Assert.False(Bf16.GpuIsFast(99));

    [Fact]
    public void TypeOf_EachPrecisionOfARecipe_IsItsElementType()
    {
        Assert.Equal((ScalarType.Float32, ScalarType.BFloat16), (Bf16.TypeOf(Precision.Fp32), Bf16.TypeOf(Precision.Bf16)));
        Assert.Equal("this engine does not compute in Auto; known: Fp32, Bf16", Assert.Throws<RoundInputException>(() => Bf16.TypeOf(Precision.Auto)).Message);
    }
}
