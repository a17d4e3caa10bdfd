using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>A tensor's own memory, without a copy.</summary>
internal static class TensorMemory
{
    /// <param name="tensor">float32, on the CPU, contiguous; it must outlive the span.</param>
    public static Span<float> Floats(Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);
}
