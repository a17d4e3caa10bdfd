using System.Collections.Immutable;
using SimXir.Experiments;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace SimXir.Method;

/// <summary>
/// BYOL (Grill et al., 2020), with the heads of the paper's appendix C.2: projector [Linear(D, 128), ReLU, Linear(128, 128)], predictor
/// [Linear(128, 512), BN, ReLU, Linear(512, 128)]. The target network follows the online one after each step.
/// </summary>
/// <remarks>The appendix has no BatchNorm in the projector, where BYOL has one (an option). It gives no tau: the CIFAR standard is 0.99, rising to
/// 1 along a cosine. The loss is the sum of both directions, as in BYOL, so it weighs four times SimSiam's.</remarks>
public sealed class Byol : LearningMethod, ILearningMethod<ByolSpec>
{
    private readonly ByolSpec _spec;
    private readonly Backbone backbone;
    private readonly Sequential projector;
    private readonly Sequential predictor;
    private readonly Backbone target_backbone;
    private readonly Sequential target_projector;
    private readonly ImmutableArray<MomentumNetwork> _followers;

    /// <param name="encoder">With its weights; owned from here on.</param>
    /// <param name="target">Of the same architecture; gets the encoder's weights; owned from here on.</param>
    /// <param name="spec">tau and widths.</param>
    /// <param name="seed">Decides the heads' initial weights.</param>
    /// <param name="device">Where the encoders are.</param>
    public Byol(Backbone encoder, Backbone target, ByolSpec spec, int seed, Device device)
        : base(nameof(Byol))
    {
        (_spec, backbone, target_backbone) = (spec, encoder, target);
        projector = Projector();
        target_projector = Projector();
        predictor = nn.Sequential(
            nn.Linear(spec.Output, spec.PredictorHidden, hasBias: false), new BatchNorm(spec.PredictorHidden), nn.ReLU(inplace: true),
            nn.Linear(spec.PredictorHidden, spec.Output));
        InitialWeights.Draw(projector, "projector", seed);
        InitialWeights.Draw(predictor, "predictor", seed);
        RegisterComponents();
        this.to(device);
        _followers = [new MomentumNetwork(target_backbone, backbone), new MomentumNetwork(target_projector, projector)];

        Sequential Projector() => spec.ProjectorBatchNorm
            ? nn.Sequential(
                nn.Linear(encoder.Dimensions, spec.Hidden, hasBias: false), new BatchNorm(spec.Hidden), nn.ReLU(inplace: true),
                nn.Linear(spec.Hidden, spec.Output))
            : nn.Sequential(nn.Linear(encoder.Dimensions, spec.Hidden), nn.ReLU(inplace: true), nn.Linear(spec.Hidden, spec.Output));
    }

    public static LearningMethod Build(ByolSpec spec, MethodSetup setup) => new Byol(setup.Encoder(), setup.Encoder(), spec, setup.Seed, setup.Device);

    public override Backbone Encoder => backbone;

    public override Tensor forward(Tensor x1, Tensor x2)
    {
        var p1 = predictor.forward(projector.forward(backbone.forward(x1)));
        var p2 = predictor.forward(projector.forward(backbone.forward(x2)));
        var (z1, z2) = (Target(x1), Target(x2));
        return Loss(p1, p2, z1, z2);
    }

    /// <summary>mean(2 - 2 cos(p1, sg(z2))) + mean(2 - 2 cos(p2, sg(z1))), sg being the stop-gradient; in [0, 8].</summary>
    /// <param name="p1">(B, P): online predictions from the first views.</param>
    /// <param name="p2">(B, P): online predictions from the second views.</param>
    /// <param name="z1">(B, P): target projections of the first views.</param>
    /// <param name="z2">(B, P): target projections of the second views.</param>
    public static Tensor Loss(Tensor p1, Tensor p2, Tensor z1, Tensor z2) =>
        cosine_similarity(p1, z2.detach(), 1).mean().Plus(cosine_similarity(p2, z1.detach(), 1).mean()).Times(-2).Plus(4);

    public override void AfterStep(long done, long steps)
    {
        var keep = Tau(_spec, done - 1, steps);
        foreach (var follower in _followers) follower.Follow(keep);
    }

    /// <summary>tau at step k of K: 1 - (1 - tau) (cos(pi k / K) + 1) / 2, or tau throughout.</summary>
    internal static double Tau(ByolSpec spec, long step, long steps) => spec.TauSchedule == TauSchedule.Constant
        ? spec.Tau
        : 1 - (1 - spec.Tau) * (Math.Cos(Math.PI * step / steps) + 1) / 2;

    private Tensor Target(Tensor x)
    {
        using var frozen = no_grad();
        return target_projector.forward(target_backbone.forward(x));
    }
}
