using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>Steps of LARS in the form of SimSiam's linear probe, which scales every parameter.</summary>
internal sealed class LarsChecks(Device device) : IReferenceChecks
{
    public string File => "lars";

    public void Run(ReferenceFolder folder, CheckList checks)
    {
        using var scope = NewDisposeScope();
        var reference = folder.Tensors(File);
        using var regression = new RegressionSteps(reference, device);
        var options = new LarsOptions
        {
            Momentum = reference.ConstantSaid("momentum", 0.9),
            WeightDecay = reference.ConstantSaid("weight decay", 1e-4),
            TrustCoefficient = reference.ConstantSaid("trust", 0.001),
            ExcludesBiasesAndNorms = false,
        };
        using var lars = new Lars([regression.Group(reference.ConstantSaid("lr", 0.1))], options);
        regression.Run(lars, checks);
    }
}
