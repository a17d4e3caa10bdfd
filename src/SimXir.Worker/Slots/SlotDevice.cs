using System.Collections.Immutable;
using System.Globalization;
using SimXir.Method;

namespace SimXir.Worker;

/// <summary>What one slot runs on.</summary>
/// <param name="Name">The slot's name on its silo, such as <c>cpu#0</c> or <c>cuda:1#0</c>.</param>
/// <param name="Device">libtorch's name: cpu, cuda:0, …</param>
/// <param name="Threads">Torch threads.</param>
/// <param name="MemoryGiB">Its share of the machine's memory; null on CUDA, where libtorch's C interface does not tell.</param>
public sealed record SlotDevice(string Name, string Device, int Threads, double? MemoryGiB = null)
{
    /// <summary>A slot (or <see cref="WorkerOptions.SlotsPerGpu"/>) for each CUDA device, else CPU slots that divide the cores among them.</summary>
    public static ImmutableArray<SlotDevice> All(WorkerOptions options)
    {
        var gpus = TorchEnvironment.CudaDevices;
        var (devices, sharing) = gpus > 0 ? (TorchEnvironment.Devices, options.SlotsPerGpu) : (["cpu"], options.CpuSlots);
        var threads = options.ThreadsPerSlot ?? Math.Max(1, Environment.ProcessorCount / (devices.Length * sharing));
        double? memory = gpus > 0 ? null : GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30) / sharing;
        return
        [
            .. from device in devices
               from share in Enumerable.Range(0, sharing)
               select new SlotDevice(string.Create(CultureInfo.InvariantCulture, $"{device}#{share}"), device, threads, memory),
        ];
    }
}
