using SimXir.Experiments;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>Builds the pretraining method that a recipe names.</summary>
public static class PretrainMethods
{
    /// <param name="method">With its options.</param>
    /// <param name="backbone">The encoder to train.</param>
    /// <param name="seed">Decides all initial weights.</param>
    /// <param name="device">Where it will train.</param>
    public static LearningMethod Build(MethodSpec method, BackboneSpec backbone, int seed, Device device)
    {
        return method switch
        {
            MocoSpec moco => new Moco(Encoder(), Encoder(), moco, seed, device),
            SimClrSpec simClr => new SimClr(Encoder(), simClr, seed, device),
            ByolSpec byol => new Byol(Encoder(), Encoder(), byol, seed, device),
            SimSiamSpec simSiam => new SimSiam(Encoder(), simSiam, seed, device),
            _ => throw new ArgumentException($"this engine does not know the method '{method.Id}'", nameof(method)),
        };

        Backbone Encoder() => BackboneFactory.Build(backbone, seed, device);
    }
}
