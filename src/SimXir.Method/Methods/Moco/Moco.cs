using System.Collections.Immutable;
using SimXir.Experiments;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace SimXir.Method;

/// <summary>
/// MoCo (He et al., 2020), with the projector of the paper's appendix C.2: [Linear(D, 128), ReLU, Linear(128, 128)], m = 0.999, tau = 0.2, a
/// queue of 2,048 keys. The key network follows the query network before each step but the first.
/// </summary>
/// <remarks>Where the appendix is silent: asymmetric, as in MoCo's paper, and plain BatchNorm. Groups of a batch with statistics of their own, with
/// shuffled keys, are an option: on one device they stand for MoCo's many GPUs.</remarks>
public sealed class Moco : LearningMethod, ILearningMethod<MocoSpec>
{
    private readonly MocoSpec _spec;
    private readonly int _seed;
    private readonly Backbone backbone;
    private readonly Sequential projector;
    private readonly Backbone key_backbone;
    private readonly Sequential key_projector;
    private readonly Tensor queue;
    private readonly ImmutableArray<MomentumNetwork> _followers;
    private long _step;
    private Tensor? _keys;

    /// <param name="encoder">With its weights; owned from here on.</param>
    /// <param name="keyEncoder">Of the same architecture; gets the encoder's weights; owned from here on.</param>
    /// <param name="spec">Momentum, queue, temperature and widths.</param>
    /// <param name="seed">Decides the projector's initial weights, the queue's first content and the shuffles.</param>
    /// <param name="device">Where the encoders are.</param>
    public Moco(Backbone encoder, Backbone keyEncoder, MocoSpec spec, int seed, Device device)
        : base(nameof(Moco))
    {
        (_spec, _seed, backbone, key_backbone) = (spec, seed, encoder, keyEncoder);
        projector = Projector();
        key_projector = Projector();
        InitialWeights.Draw(projector, "projector", seed);
        queue = FirstQueue(spec, seed);
        if (spec.BatchNormSplits > 1) BatchNorm.Split(backbone, spec.BatchNormSplits);
        if (spec.BatchNormSplits > 1) BatchNorm.Split(key_backbone, spec.BatchNormSplits);
        RegisterComponents();
        this.to(device);
        _followers = [new MomentumNetwork(key_backbone, backbone), new MomentumNetwork(key_projector, projector)];

        Sequential Projector() =>
            nn.Sequential(nn.Linear(encoder.Dimensions, spec.Hidden), nn.ReLU(inplace: true), nn.Linear(spec.Hidden, spec.Output));
    }

    public static LearningMethod Build(MocoSpec spec, MethodSetup setup) => new Moco(setup.Encoder(), setup.Encoder(), spec, setup.Seed, setup.Device);

    public override Backbone Encoder => backbone;

    public override void BeforeStep(long done) => _step = done;

    public override Tensor forward(Tensor x1, Tensor x2)
    {
        var q1 = projector.forward(backbone.forward(x1));
        var k2 = Keys(x2, view: 1);
        if (!_spec.Symmetric)
        {
            _keys = k2;
            return Loss(q1, k2, queue, _spec.Temperature);
        }

        var q2 = projector.forward(backbone.forward(x2));
        var k1 = Keys(x1, view: 0);
        _keys = cat([k1, k2]);
        return Loss(q1, k2, queue, _spec.Temperature).Plus(Loss(q2, k1, queue, _spec.Temperature));
    }

    /// <summary>InfoNCE: each query is to tell its key k from the queue's K by its cosine over tau; the mean cross-entropy, 0 or more.</summary>
    /// <param name="q">(B, P): queries.</param>
    /// <param name="k">(B, P): their keys; no gradient flows into them.</param>
    /// <param name="queue">(K, P): negatives of unit length.</param>
    /// <param name="temperature">tau, above 0.</param>
    public static Tensor Loss(Tensor q, Tensor k, Tensor queue, double temperature)
    {
        q = normalize(q, 2, 1);
        k = normalize(k.detach(), 2, 1);
        var positive = (q * k).sum(1, keepdim: true);
        var negative = q.matmul(queue.t());
        var logits = cat([positive, negative], 1).Times(1 / temperature);
        return cross_entropy(logits, zeros(q.shape[0], ScalarType.Int64, q.device));
    }

    /// <summary>The key network follows, and the step's keys take the place of the oldest in the queue.</summary>
    public override void AfterStep(long done, long steps)
    {
        foreach (var follower in _followers) follower.Follow(_spec.Momentum);
        if (_keys is not { } keys) throw new InvalidOperationException("a step without a forward pass");
        using var frozen = no_grad();
        var count = keys.shape[0];
        queue.narrow(0, (done - 1) * count % _spec.Queue, count).copy_(normalize(keys, 2, 1));
        _keys = null;
    }

    /// <summary>Keys (B, P) of a view; with groups, of the shuffled batch, put back in order.</summary>
    private Tensor Keys(Tensor x, int view)
    {
        using var frozen = no_grad();
        if (_spec.BatchNormSplits == 1) return key_projector.forward(key_backbone.forward(x));
        var order = tensor(new CounterRandom(_seed, RandomStream.Shuffle, (int)(_step >> 31), (int)(_step & int.MaxValue), view).Permutation((int)x.shape[0]));
        var shuffled = key_projector.forward(key_backbone.forward(x.index_select(0, order.to(x.device))));
        return shuffled.index_select(0, order.argsort().to(x.device));
    }

    /// <summary>(K, P): random directions, as a function of the seed.</summary>
    private static Tensor FirstQueue(MocoSpec spec, int seed)
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(new CounterRandom(seed, RandomStream.Queue).NextUInt32(), CPU);
        return normalize(randn([spec.Queue, spec.Output], generator: generator), 2, 1).DetachFromDisposeScope();
    }
}
