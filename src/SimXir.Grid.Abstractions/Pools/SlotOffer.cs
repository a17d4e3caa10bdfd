using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>A slot and what it has.</summary>
/// <param name="Worker">Which.</param>
/// <param name="MemoryGiB">Memory of its device; null where that is not known, which suffices for any need.</param>
[GenerateSerializer, Immutable, Alias("SimXir.SlotOffer")]
public sealed record SlotOffer([property: Id(0)] WorkerId Worker, [property: Id(1)] double? MemoryGiB = null)
{
    /// <summary>As its device is called.</summary>
    public DeviceKind Device => Worker.Device.StartsWith("cuda", StringComparison.Ordinal) ? DeviceKind.Cuda : DeviceKind.Cpu;

    public bool Has(NeedsSpec needs) => (needs.Device ?? Device) == Device && !(needs.MemoryGiB > MemoryGiB);
}
