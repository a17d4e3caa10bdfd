using SimXir.Experiments;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace SimXir.Method;

/// <summary>
/// SimSiam (Chen and He, 2021), with the heads of the paper's appendix C.2: projector [Linear(D, 512), BN, ReLU, Linear(512, 512), BN,
/// ReLU, Linear(512, 128), BN], predictor [Linear(128, 512), BN, ReLU, Linear(512, 128)].
/// </summary>
/// <remarks>
/// Where the appendix is silent, SimSiam's own choices: a linear layer before a BatchNorm has no bias, and the projector's last BatchNorm
/// no scale and shift. D is 512 in the paper; a narrower backbone changes the first layer only. The predictor widens (512 over 128), as
/// the appendix has it, where SimSiam's narrows.
/// </remarks>
public sealed class SimSiam : LearningMethod, ILearningMethod<SimSiamSpec>
{
    private readonly SimSiamSpec _spec;
    private readonly Backbone backbone;
    private readonly Sequential projector;
    private readonly Sequential predictor;

    /// <param name="encoder">With its weights; owned from here on.</param>
    /// <param name="spec">Widths of the heads.</param>
    /// <param name="seed">Decides the heads' initial weights.</param>
    /// <param name="device">Where the encoder is.</param>
    public SimSiam(Backbone encoder, SimSiamSpec spec, int seed, Device device)
        : base(nameof(SimSiam))
    {
        _spec = spec;
        backbone = encoder;
        projector = nn.Sequential(
            nn.Linear(encoder.Dimensions, spec.Hidden, hasBias: false), new BatchNorm(spec.Hidden), nn.ReLU(inplace: true),
            nn.Linear(spec.Hidden, spec.Hidden, hasBias: false), new BatchNorm(spec.Hidden), nn.ReLU(inplace: true),
            nn.Linear(spec.Hidden, spec.Output, hasBias: false), new BatchNorm(spec.Output, affine: false));
        predictor = nn.Sequential(
            nn.Linear(spec.Output, spec.PredictorHidden, hasBias: false), new BatchNorm(spec.PredictorHidden), nn.ReLU(inplace: true),
            nn.Linear(spec.PredictorHidden, spec.Output));
        InitialWeights.Draw(projector, "projector", seed);
        InitialWeights.Draw(predictor, "predictor", seed);
        RegisterComponents();
        this.to(device);
    }

    public static LearningMethod Build(SimSiamSpec spec, MethodSetup setup) => new SimSiam(setup.Encoder(), spec, setup.Seed, setup.Device);

    public override Backbone Encoder => backbone;

    public override bool KeepsFirstRate(string parameter) =>
        _spec.FixedPredictorLearningRate && parameter.StartsWith("predictor.", StringComparison.Ordinal);

    public override Tensor forward(Tensor x1, Tensor x2)
    {
        var z1 = projector.forward(backbone.forward(x1));
        var z2 = projector.forward(backbone.forward(x2));
        var p1 = predictor.forward(z1);
        var p2 = predictor.forward(z2);
        return Loss(p1, p2, z1, z2);
    }

    /// <summary>-1/2 mean(cos(p1, sg(z2))) - 1/2 mean(cos(p2, sg(z1))), sg being the stop-gradient; in [-1, 1].</summary>
    /// <param name="p1">(B, 128): predictions from the first views.</param>
    /// <param name="p2">(B, 128): predictions from the second views.</param>
    /// <param name="z1">(B, 128): projections of the first views.</param>
    /// <param name="z2">(B, 128): projections of the second views.</param>
    public static Tensor Loss(Tensor p1, Tensor p2, Tensor z1, Tensor z2) =>
        cosine_similarity(p1, z2.detach(), 1).mean().Plus(cosine_similarity(p2, z1.detach(), 1).mean()).Times(-0.5);
}
