using SimXir.Experiments;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace SimXir.Method;

/// <summary>
/// SimCLR (Chen et al., 2020), with the projector of the paper's appendix C.2: [Linear(D, 512), BN, ReLU, Linear(512, 128), BN], tau = 0.2.
/// </summary>
/// <remarks>Where the appendix is silent: a linear layer before a BatchNorm has no bias, and both BatchNorms have a scale and a shift.</remarks>
public sealed class SimClr : LearningMethod, ILearningMethod<SimClrSpec>
{
    private readonly double _temperature;
    private readonly Backbone backbone;
    private readonly Sequential projector;

    /// <param name="encoder">With its weights; owned from here on.</param>
    /// <param name="spec">Temperature and widths.</param>
    /// <param name="seed">Decides the projector's initial weights.</param>
    /// <param name="device">Where the encoder is.</param>
    public SimClr(Backbone encoder, SimClrSpec spec, int seed, Device device)
        : base(nameof(SimClr))
    {
        _temperature = spec.Temperature;
        backbone = encoder;
        projector = nn.Sequential(
            nn.Linear(encoder.Dimensions, spec.Hidden, hasBias: false), new BatchNorm(spec.Hidden), nn.ReLU(inplace: true),
            nn.Linear(spec.Hidden, spec.Output, hasBias: false), new BatchNorm(spec.Output));
        InitialWeights.Draw(projector, "projector", seed);
        RegisterComponents();
        this.to(device);
    }

    public static LearningMethod Build(SimClrSpec spec, MethodSetup setup) => new SimClr(setup.Encoder(), spec, setup.Seed, setup.Device);

    public override Backbone Encoder => backbone;

    public override Tensor forward(Tensor x1, Tensor x2)
    {
        var z1 = projector.forward(backbone.forward(x1));
        var z2 = projector.forward(backbone.forward(x2));
        return Loss(z1, z2, _temperature);
    }

    /// <summary>NT-Xent: each of the 2 B views is to tell its partner from the 2 B - 2 others by its cosine over tau; the mean cross-entropy of
    /// all of them, 0 or more.</summary>
    /// <param name="z1">(B, P): projections of the first views.</param>
    /// <param name="z2">(B, P): projections of the second views.</param>
    /// <param name="temperature">tau, above 0.</param>
    public static Tensor Loss(Tensor z1, Tensor z2, double temperature)
    {
        var batch = z1.shape[0];
        var z = normalize(cat([z1, z2]), 2, 1);
        var itself = eye(2 * batch, device: z.device);
        using Scalar never = double.NegativeInfinity;
        var logits = z.matmul(z.t()).Times(1 / temperature).masked_fill(itself.to_type(ScalarType.Bool), never);
        var partner = itself.roll(batch, 0).argmax(1);
        return cross_entropy(logits, partner);
    }
}
