using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>Value and gradients of each method's loss.</summary>
internal sealed class LossChecks(Device device) : IReferenceChecks
{
    private static readonly Tolerance Tolerance = Tolerance.Of(1e-5);
    private static readonly Tolerance GradientTolerance = Tolerance.RelativeOf(1e-5);

    public string File => "losses";

    public void Run(ReferenceFolder folder, CheckList checks)
    {
        var reference = folder.Tensors(File);
        var tau = reference.Constant("tau");
        Check("simclr", leaf => SimClr.Loss(leaf("z1"), leaf("z2"), tau));
        Check("moco", leaf => Moco.Loss(leaf("z1"), leaf("z2"), leaf("queue"), tau));
        Check("simsiam", leaf => SimSiam.Loss(leaf("p1"), leaf("p2"), leaf("z1"), leaf("z2")));
        Check("byol", leaf => Byol.Loss(leaf("p1"), leaf("p2"), leaf("z1"), leaf("z2")));
        Check("simxir", leaf => SimXir.Loss(leaf("z1"), leaf("z2")));
        Check("simxir_spherical", leaf => SimXir.SphericalLoss(leaf("z1"), leaf("z2")));
        // Vectors that are older than the method are whole without it; those that ship have it, which a test holds.
        if (reference.Names.Contains("barlowtwins"))
        {
            var lambda = reference.Constant("lambda");
            Check("barlowtwins", leaf => BarlowTwins.Loss(leaf("z1"), leaf("z2"), lambda));
        }

        void Check(string name, Func<Func<string, Tensor>, Tensor> lossOf)
        {
            using var scope = NewDisposeScope();
            var leaves = new Dictionary<string, Tensor>();
            var loss = lossOf(Leaf);
            loss.backward();
            checks.Compare(name, reference.Tensor(name), loss.reshape(1), Tolerance);
            foreach (var input in reference.Under($"{name}.grad."))
            {
                var gradient = $"{name}.grad.{input}";
                checks.Compare(gradient, reference.Tensor(gradient), leaves.GetValueOrDefault(input)?.grad, GradientTolerance);
            }

            Tensor Leaf(string input) => leaves[input] = reference.Tensor(input, device).requires_grad_(true);
        }
    }
}
