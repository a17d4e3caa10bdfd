using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>Steps of SGD on linear regression, one after the other.</summary>
internal sealed class SgdChecks(Device device) : IReferenceChecks
{
    public string File => "sgd";

    public void Run(ReferenceFolder folder, CheckList checks)
    {
        using var scope = NewDisposeScope();
        var reference = folder.Tensors(File);
        using var regression = new RegressionSteps(reference, device);
        using var sgd = new Sgd(
            [regression.Group(reference.ConstantSaid("lr", 0.1))],
            reference.ConstantSaid("momentum", 0.9),
            reference.ConstantSaid("weight decay", 5e-4));
        regression.Run(sgd, checks);
    }
}
