using SimXir.Experiments;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>ResNet-18 with the stem for small images: one forward and backward pass in train mode, then a forward pass in eval mode, in
/// the memory format of training.</summary>
internal sealed class BackboneChecks(Device device) : IReferenceChecks
{
    private static readonly Tolerance Tolerance = Tolerance.RelativeOf(1e-4);

    public string File => "resnet18_cifar_w8";

    public void Run(ReferenceFolder folder, CheckList checks)
    {
        using var scope = NewDisposeScope();
        var reference = folder.Tensors(File);
        using var backbone = Load(reference);
        var x = ChannelsLast.Of(reference.Tensor("x", device));

        backbone.train();
        var trained = backbone.forward(x);
        trained.pow(2).sum().backward();
        checks.Compare("train.out", reference.Tensor("train.out"), trained, Tolerance);
        var gradients = backbone.named_parameters().ToDictionary(pair => pair.name, pair => pair.parameter.grad);
        Compare("train.grad.", gradients);
        Compare("after.", backbone.named_buffers().ToDictionary(pair => pair.name, Tensor? (pair) => pair.buffer));

        backbone.eval();
        using var frozen = no_grad();
        checks.Compare("eval.out", reference.Tensor("eval.out"), backbone.forward(x), Tolerance);

        void Compare(string prefix, Dictionary<string, Tensor?> found)
        {
            foreach (var name in reference.Under(prefix))
                checks.Compare(prefix + name, reference.Tensor(prefix + name), found.GetValueOrDefault(name), Tolerance);
        }
    }

    private Backbone Load(ReferenceTensors reference)
    {
        var width = (int)reference.Stored("state.conv1.weight").Shape.FirstOrDefault();
        var backbone = BackboneFactory.Build(new BackboneSpec { Width = width }, seed: 0, device);
        try
        {
            ModuleState.Load(backbone, reference.StoredUnder("state."), $"{File}.safetensors");
            return backbone;
        }
        catch (CheckpointException fault)
        {
            backbone.Dispose();
            throw new ReferenceException(fault.Message, fault);
        }
    }
}
