using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>A tensor's own memory, without a copy.</summary>
internal static class TensorMemory
{
    /// <param name="tensor">float32, on the CPU, contiguous; it must outlive the span.</param>
    public static Span<float> Floats(Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);

    /// <summary>Where it lies; native memory does not move.</summary>
    /// <param name="tensor">On the CPU, contiguous; it must outlive every use of the address.</param>
    public static unsafe nint Address(Tensor tensor) =>
        tensor.numel() == 0 ? 0 : (nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(tensor.bytes));
}
