using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>The memory format in which convolutions are fastest. TorchSharp's contiguous() has no such option, but a permuted copy is the
/// same.</summary>
internal static class ChannelsLast
{
    /// <param name="x">(B, C, H, W).</param>
    /// <returns>The same, with the channels of a place next to each other in memory; what is computed from it stays so.</returns>
    public static Tensor Of(Tensor x) => x.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2);
}
