using System.Collections.Immutable;
using System.Reflection;
using SimXir.Experiments;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>The process's libtorch: loaded once, tuned once, asked what it has.</summary>
public static class TorchEnvironment
{
    private static readonly Lazy<ImmutableArray<string>> Prepared = new(Tune);
    private static readonly Lazy<Task> Loading = new(() =>
        Task.Factory.StartNew(Prepare, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));

    /// <summary>libtorch's version, such as 2.10.0.</summary>
    public static string Version => __version__;

    /// <summary>CUDA devices that this process sees; 0 where libtorch is the CPU's.</summary>
    public static int CudaDevices
    {
        get
        {
            Prepare();
            return cuda.is_available() ? cuda.device_count() : 0;
        }
    }

    /// <summary>What a slot can run on: each CUDA device, or the CPU where there is none.</summary>
    public static ImmutableArray<string> Devices => CudaDevices is var count and > 0
        ? [.. Enumerable.Range(0, count).Select(index => $"cuda:{index}")]
        : ["cpu"];

    /// <summary>What all of <see cref="Devices"/> train fastest in: bf16 where each has instructions for it, else fp32.</summary>
    public static Precision BestPrecision
    {
        get
        {
            var gpus = CudaDevices;
            var fast = gpus > 0 ? Enumerable.Range(0, gpus).All(Bf16.GpuIsFast) : Bf16.CpuIsFast;
            return fast ? Precision.Bf16 : Precision.Fp32;
        }
    }

    /// <summary>One line for each means of going faster: whether it is in use, or why not. For a log, once.</summary>
    public static ImmutableArray<string> Levers => Prepared.Value;

    /// <summary>Starts to load libtorch (some 0.4 s) on a thread of its own; the first round waits for what is left of it.</summary>
    /// <exception cref="TorchMissingException">This build has none.</exception>
    public static Task LoadInBackground() => Loading.Value;

    /// <summary>Loads and tunes libtorch, unless that is done.</summary>
    public static void Prepare() => _ = Prepared.Value;

    /// <summary>Torch's number of threads for operations started by the calling thread, and by threads that start later.</summary>
    public static void UseThreads(int threads)
    {
        if (threads < 1) throw new RoundInputException($"{threads} torch threads cannot work; use 1 or more");
        set_num_threads(threads);
    }

    /// <summary>Whether this build has a libtorch at all; TorchSharp would look for one all over the machine, and copy it.</summary>
    public static bool IsBuiltIn { get; } = typeof(TorchEnvironment).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "Torch").Value != "none";

    private static ImmutableArray<string> Tune()
    {
        if (!IsBuiltIn) throw new TorchMissingException();
        var (waits, allocator) = (OpenMp.Tune(), Allocator.Tune());
        InitializeDeviceType(TorchSharp.DeviceType.CPU);
        var optimizers = $"optimizers: SGD {Kernel(FusedSgdKernel.IsAvailable)}, LARS {Kernel(FusedLarsKernel.IsAvailable)}";
        var bf16 = Bf16.CpuIsFast ? "fast" : "slower than fp32 (neither AVX512_BF16 nor AMX-BF16)";
        return [waits, allocator, optimizers, $"bf16 on this CPU: {bf16}"];

        static string Kernel(bool fused) => fused ? "fused" : "in a loop (libtorch's fused kernel is absent or differs)";
    }
}
