using System.Runtime.InteropServices;

namespace SimXir.Method;

/// <summary>NVIDIA's driver, asked for what TorchSharp does not tell.</summary>
internal static partial class CudaDriver
{
    private const string Library = "libcuda.so.1";
    private const int Success = 0;
    private const int ComputeCapabilityMajor = 75;

    /// <param name="index">Among the devices that this process sees, as libtorch counts them.</param>
    /// <returns>7 for Volta and Turing, 8 for Ampere and Ada, 9 for Hopper; 0 where there is no driver or no such device.</returns>
    public static int MajorCapability(int index)
    {
        try
        {
            return cuInit(0) == Success && cuDeviceGet(out var device, index) == Success
                && cuDeviceGetAttribute(out var major, ComputeCapabilityMajor, device) == Success ? major : 0;
        }
        catch (Exception fault) when (fault is DllNotFoundException or EntryPointNotFoundException)
        {
            return 0;
        }
    }

    /// <param name="index">Among the devices that this process sees, as libtorch counts them.</param>
    /// <returns>All of its memory; null where there is no driver or no such device.</returns>
    public static long? MemoryBytes(int index)
    {
        try
        {
            return cuInit(0) == Success && cuDeviceGet(out var device, index) == Success && cuDeviceTotalMem(out var bytes, device) == Success ? (long)bytes : null;
        }
        catch (Exception fault) when (fault is DllNotFoundException or EntryPointNotFoundException)
        {
            return null;
        }
    }

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int cuInit(uint flags);

    [LibraryImport(Library, EntryPoint = "cuDeviceTotalMem_v2")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int cuDeviceTotalMem(out nuint bytes, int device);

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int cuDeviceGet(out int device, int ordinal);

    [LibraryImport(Library)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int cuDeviceGetAttribute(out int value, int attribute, int device);
}
