using SimXir.Experiments;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>
/// Barlow Twins (Zbontar et al., 2021), equations 1 and 2: projections of two views are to agree, each dimension with itself and with no other.
/// </summary>
/// <remarks>As the authors' program has it, and not equation 2: c is of standardised projections (a BatchNorm without scale and shift), and is not
/// divided by their norms; a linear layer has no bias.</remarks>
public sealed class BarlowTwins : LearningMethod, ILearningMethod<BarlowTwinsSpec>
{
    /// <summary>PyTorch's, in BatchNorm.</summary>
    private const double Epsilon = 1e-5;

    private readonly double _lambda;
    private readonly Backbone backbone;
    private readonly Sequential projector;

    /// <param name="encoder">With its weights; owned from here on.</param>
    /// <param name="spec">lambda and widths.</param>
    /// <param name="seed">Decides the projector's initial weights.</param>
    /// <param name="device">Where the encoder is.</param>
    public BarlowTwins(Backbone encoder, BarlowTwinsSpec spec, int seed, Device device)
        : base(nameof(BarlowTwins))
    {
        (_lambda, backbone) = (spec.Lambda, encoder);
        projector = nn.Sequential(
            nn.Linear(encoder.Dimensions, spec.Hidden, hasBias: false), new BatchNorm(spec.Hidden), nn.ReLU(inplace: true),
            nn.Linear(spec.Hidden, spec.Hidden, hasBias: false), new BatchNorm(spec.Hidden), nn.ReLU(inplace: true),
            nn.Linear(spec.Hidden, spec.Output, hasBias: false));
        InitialWeights.Draw(projector, "projector", seed);
        RegisterComponents();
        this.to(device);
    }

    public static LearningMethod Build(BarlowTwinsSpec spec, MethodSetup setup) => new BarlowTwins(setup.Encoder(), spec, setup.Seed, setup.Device);

    public override Backbone Encoder => backbone;

    public override Tensor forward(Tensor x1, Tensor x2)
    {
        var z1 = projector.forward(backbone.forward(x1));
        var z2 = projector.forward(backbone.forward(x2));
        return Loss(z1, z2, _lambda);
    }

    /// <summary>sum_i (1 - c_ii)^2 + lambda sum_i sum_{j != i} c_ij^2, where c = s(z1)^T s(z2) / B; 0 or more.</summary>
    /// <param name="z1">(B, P): projections of the first views.</param>
    /// <param name="z2">(B, P): projections of the second views.</param>
    /// <param name="lambda">0 or more.</param>
    public static Tensor Loss(Tensor z1, Tensor z2, double lambda)
    {
        var c = Standardise(z1).t().matmul(Standardise(z2)).Times(1.0 / z1.shape[0]);
        var diagonal = c.diagonal();
        var off = c.square().sum().Plus(diagonal.square().sum(), -1);
        return diagonal.Plus(-1).square().sum().Plus(off, lambda);
    }

    /// <summary>(B, P): each dimension with mean 0 and variance 1 over the batch.</summary>
    private static Tensor Standardise(Tensor z)
    {
        var centred = z.Plus(z.mean([0], keepdim: true), -1);
        return centred * centred.square().mean([0], keepdim: true).Plus(Epsilon).rsqrt();
    }
}
