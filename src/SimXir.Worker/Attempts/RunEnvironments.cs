using System.Reflection;
using SimXir.Experiments;
using SimXir.Method;

namespace SimXir.Worker;

/// <summary>Where this process runs its rounds.</summary>
public static class RunEnvironments
{
    private static readonly string Program = typeof(RunEnvironments).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public static RunEnvironment Of(SlotDevice device) =>
        new(device.Device.Split(':')[0], device.Threads, Environment.MachineName, TorchEnvironment.Version, Program);
}
