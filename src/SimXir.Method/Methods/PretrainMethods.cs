using SimXir.Experiments;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>Builds the pretraining method that a recipe names.</summary>
public static class PretrainMethods
{
    /// <param name="method">With its options.</param>
    /// <param name="encoder">With its weights; owned by the result.</param>
    /// <param name="seed">Decides the heads' initial weights.</param>
    /// <param name="device">Where the encoder is.</param>
    public static LearningMethod Build(MethodSpec method, Backbone encoder, int seed, Device device) => method switch
    {
        SimSiamSpec simSiam => new SimSiam(encoder, simSiam, seed, device),
        _ => throw new ArgumentException($"this engine does not know the method '{method.Id}'", nameof(method)),
    };
}
