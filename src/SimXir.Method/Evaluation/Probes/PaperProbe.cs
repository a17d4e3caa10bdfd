using System.Collections.Immutable;
using SimXir.Experiments;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>
/// SimSiam's linear evaluation, which the paper's figures match (section 5): a linear classifier on the frozen backbone's pooled features of
/// random crops and flips, drawn anew in each of 90 epochs; batch 4096; LARS without exclusions, momentum 0.9, no weight decay; learning rate
/// 0.1 x 4096 / 256, a cosine that moves with the epoch, no warm-up; weights start normal with deviation 0.01, the bias at 0. The plain test
/// images judge it once, after the last epoch: SimSiam's own script reports the best of all epochs on them, which is too kind.
/// </summary>
/// <remarks>
/// Written for ImageNet's 28,000 steps. Here it makes 90 for each 4096 images, so it is far from converged, and figures under it depend on
/// how fast features are learned from and not only on what they tell; <see cref="ConvergedProbe"/> is the control. The last batch of an
/// epoch is what is left. With fewer images than a batch it is all of them, at the same learning rate: LARS sets the step by the
/// weights, not by the gradient.
/// </remarks>
internal sealed class PaperProbe : IDisposable
{
    public const int Epochs = 90;

    private const int Batch = 4096;
    private const double LearningRateOf256 = 0.1;
    private const double InitialDeviation = 0.01;

    private readonly int _seed;
    private readonly int _stepsPerEpoch;
    private readonly Parameter _weight;
    private readonly Parameter _bias;
    private readonly Lars _optimizer;
    private readonly LearningRate _rate;

    /// <param name="dimensions">D, of a feature.</param>
    /// <param name="classes">C.</param>
    /// <param name="images">N, to train on.</param>
    /// <param name="seed">Decides the first weights and the order of the images.</param>
    public PaperProbe(int dimensions, int classes, int images, int seed)
    {
        (_seed, _stepsPerEpoch) = (seed, (images + Batch - 1) / Batch);
        _weight = new Parameter(FirstWeights(dimensions, classes, seed).DetachFromDisposeScope());
        _bias = new Parameter(zeros(classes).DetachFromDisposeScope());
        _rate = LearningRate.Cosine(LearningRateOf256 * Batch / 256, Epochs, _stepsPerEpoch);
        _optimizer = new Lars(
            [new([("weight", _weight), ("bias", _bias)], _rate)],
            new LarsOptions { ExcludesBiasesAndNorms = false });
    }

    /// <summary>What it sees of an image while it is trained.</summary>
    public static ViewSpec ViewRecipe { get; } = new()
    {
        CropScaleMin = 0.08,
        CropScaleMax = 1,
        JitterProbability = 0,
        GrayscaleProbability = 0,
        BlurProbability = 0,
        FlipProbability = 0.5,
    };

    /// <summary>Epochs done.</summary>
    public int Epoch { get; private set; }

    public long Steps => (long)Epoch * _stepsPerEpoch;

    /// <summary>The learning rate of the newest step.</summary>
    public double LastRate => _rate.At(Steps - 1);

    /// <summary>Which views the next epoch is to see.</summary>
    public ViewKey NextViews => new(_seed, Epoch, View: 0, Stream: RandomStream.ProbeViews);

    /// <summary>Goes through the next epoch.</summary>
    /// <param name="views">(N, D): the features of <see cref="NextViews"/>.</param>
    /// <returns>The mean loss of its steps.</returns>
    public double Fit(FeatureMatrix views)
    {
        using var scope = NewDisposeScope();
        var order = tensor(new CounterRandom(_seed, RandomStream.ProbeOrder, Epoch).Permutation(views.Count), ScalarType.Int64);
        var (labels, loss) = (tensor(views.Labels, ScalarType.Int64), 0.0);
        for (var step = 0; step < _stepsPerEpoch; step++)
        {
            using var inner = NewDisposeScope();
            var batch = order.narrow(0, (long)step * Batch, Math.Min(Batch, views.Count - step * Batch));
            loss += Step(views.Features.index_select(0, batch), labels.index_select(0, batch), Steps + step);
        }
        Epoch++;
        return loss / _stepsPerEpoch;
    }

    /// <summary>The accuracy on test features, top-1 and top-5.</summary>
    public LinearResult Judge(FeatureMatrix test)
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        return LabelRanks.Judge(nn.functional.linear(test.Features, _weight, _bias), test.Labels);
    }

    /// <summary>All that training changes but the number of epochs.</summary>
    public Dictionary<string, Tensor> State()
    {
        var state = _optimizer.Buffers.ToDictionary(pair => $"momentum.{pair.Name}", pair => pair.Buffer);
        state.Add("weight", _weight);
        state.Add("bias", _bias);
        return state;
    }

    /// <param name="state">As <see cref="State"/> was.</param>
    /// <param name="epoch">Epochs done then.</param>
    public void Load(ImmutableSortedDictionary<string, StoredTensor> state, int epoch)
    {
        ModuleState.Load(State(), state, "the checkpoint");
        Epoch = epoch;
    }

    public void Dispose()
    {
        _optimizer.Dispose();
        _weight.Dispose();
        _bias.Dispose();
    }

    private double Step(Tensor x, Tensor labels, long done)
    {
        _weight.grad = null;
        _bias.grad = null;
        var loss = nn.functional.cross_entropy(nn.functional.linear(x, _weight, _bias), labels);
        loss.backward();
        _optimizer.Step(done);
        return loss.item<float>();
    }

    private static Tensor FirstWeights(int dimensions, int classes, int seed)
    {
        var random = new CounterRandom(seed, RandomStream.ProbeWeights);
        var weights = new float[classes * dimensions];
        for (var i = 0; i < weights.Length; i++) weights[i] = (float)(InitialDeviation * random.NextNormal());
        return tensor(weights, [classes, dimensions]);
    }
}
