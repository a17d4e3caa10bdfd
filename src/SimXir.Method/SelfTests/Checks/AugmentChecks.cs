using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>Each operation of the views alone, by both of its implementations.</summary>
internal sealed class AugmentChecks(Device device) : IReferenceChecks
{
    public string File => "augment";

    public void Run(ReferenceFolder folder, CheckList checks)
    {
        using var scope = NewDisposeScope();
        var vectors = new AugmentVectors(folder);
        FusedAugment.Run(vectors, checks);
        BatchedAugment.Run(vectors, device, checks);
    }
}
