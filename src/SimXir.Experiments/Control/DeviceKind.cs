namespace SimXir.Experiments;

/// <summary>What a slot computes on.</summary>
public enum DeviceKind
{
    Cpu,

    Cuda,
}
