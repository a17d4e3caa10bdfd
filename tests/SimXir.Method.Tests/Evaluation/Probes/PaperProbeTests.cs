using static TorchSharp.torch;

namespace SimXir.Method.Tests;

public sealed class PaperProbeTests
{
    private const int Images = 240;

    [Fact]
    public void Fit_SeparatedClasses_Learns()
    {
        using var train = Clusters(seed: 1);
        using var test = Clusters(seed: 2);
        using var probe = New();
        var first = probe.Fit(train);
        var last = first;
        while (probe.Epoch < PaperProbe.Epochs) last = probe.Fit(train);
        Assert.True(last < first, $"{last} is not below {first}");
        Assert.InRange(probe.Judge(test).Top1, 0.9, 1);
        Assert.Equal(1, probe.Judge(test).Top5);
        Assert.Equal(PaperProbe.Epochs, probe.Steps);
    }

    /// <summary>An own calculation of the protocol in double precision: LARC with clip=False on cross-entropy.</summary>
    [Fact]
    public void Fit_ThreeEpochs_IsSimSiamsProtocol()
    {
        using var scope = NewDisposeScope();
        using var train = Clusters(seed: 1);
        using var probe = New();
        var (w, b) = (probe.State()["weight"].detach().to_type(ScalarType.Float64), zeros(3, ScalarType.Float64));
        var (mw, mb) = (zeros_like(w), zeros_like(b));
        Assert.InRange(w.std().item<double>(), 0.005, 0.02);
        var x = train.Features.to_type(ScalarType.Float64);
        var y = nn.functional.one_hot(tensor(train.Labels, ScalarType.Int64), 3).to_type(ScalarType.Float64);
        for (var epoch = 0; epoch < 3; epoch++)
        {
            probe.Fit(train);
            var excess = (nn.functional.softmax(x.matmul(w.t()) + b, 1) - y) / Images;
            var rate = 1.6 * 0.5 * (1 + Math.Cos(Math.PI * epoch / 90));
            (w, mw) = Moved(w, mw, excess.t().matmul(x), rate);
            (b, mb) = Moved(b, mb, excess.sum(dim: 0), rate);
        }
        Assert.InRange((probe.State()["weight"] - w).abs().max().item<double>(), 0, 1e-6);
        Assert.InRange((probe.State()["bias"] - b).abs().max().item<double>(), 0, 1e-5);

        static (Tensor W, Tensor M) Moved(Tensor w, Tensor m, Tensor g, double rate)
        {
            var (weights, gradient) = (w.norm().item<double>(), g.norm().item<double>());
            var moved = m * 0.9 + g * (weights > 0 ? 0.001 * weights / (gradient + 1e-8) : 1);
            return (w - moved * rate, moved);
        }
    }

    [Fact]
    public void Fit_MoreThanABatch_KeepsTheRest()
    {
        using var generator = new Generator(1, CPU);
        using var train = new FeatureMatrix(randn([4100, 2], generator: generator), new int[4100], 1);
        using var probe = new PaperProbe(2, 1, 4100, seed: 0);
        probe.Fit(train);
        Assert.Equal(2, probe.Steps);
    }

    [Fact]
    public void Fit_OneClass_IsAlwaysRight()
    {
        using var features = new FeatureMatrix(ones(5, 3), new int[5], 1);
        using var probe = new PaperProbe(3, 1, 5, seed: 0);
        Assert.Equal(0, probe.Fit(features));
        Assert.Equal((1, 1), (probe.Judge(features).Top1, probe.Judge(features).Top5));
    }

    [Fact]
    public void Load_StateOfAnother_GoesOnAsThatWould()
    {
        using var train = Clusters(seed: 1);
        using var whole = New();
        using var half = New();
        using var rest = New();
        for (var epoch = 0; epoch < 5; epoch++) whole.Fit(train);
        for (var epoch = 0; epoch < 2; epoch++) half.Fit(train);
        rest.Load(TensorFile.Of(half.State().Select(pair => KeyValuePair.Create(pair.Key, StoredTensor.Copy(pair.Value, pair.Key)))).Tensors, 2);
        while (rest.Epoch < 5) rest.Fit(train);
        Assert.All(whole.State(), pair => Assert.Equal(0, Reference.AbsoluteError(pair.Value, rest.State()[pair.Key])));
    }

    [Fact]
    public void NextViews_EachEpoch_AreOthersThanTrainingSees()
    {
        using var probe = New();
        Assert.Equal(new ViewKey(7, 0, 0, 0, RandomStream.ProbeViews), probe.NextViews);
        using var train = Clusters(seed: 1);
        probe.Fit(train);
        Assert.Equal(1, probe.NextViews.Epoch);
        Assert.NotEqual(
            ViewDraw.Of(PaperProbe.ViewRecipe, probe.NextViews, 3, ImageSet.Width),
            ViewDraw.Of(PaperProbe.ViewRecipe, probe.NextViews with { Stream = RandomStream.Views }, 3, ImageSet.Width));
    }

    [Fact]
    public void ViewRecipe_ManyDraws_CropAndFlipAlone()
    {
        var draws = Enumerable.Range(0, 2000).Select(sample => ViewDraw.Of(PaperProbe.ViewRecipe, new ViewKey(0, 0, 0), sample, ImageSet.Width)).ToArray();
        Assert.DoesNotContain(draws, draw => draw.Jitter || draw.Gray || draw.BlurSigma > 0);
        Assert.InRange(draws.Count(draw => draw.Flip), 900, 1100);
        Assert.InRange(draws.Min(draw => draw.Box.Height * draw.Box.Width), 60, 110);
        Assert.InRange(draws.Max(draw => draw.Box.Height * draw.Box.Width), 900, 1024);
    }

    private static PaperProbe New() => new(4, 3, Images, seed: 7);

    /// <summary>Three classes at the corners of a triangle, in four dimensions.</summary>
    private static FeatureMatrix Clusters(ulong seed)
    {
        using var generator = new Generator(seed, CPU);
        var labels = Enumerable.Range(0, Images).Select(i => i % 3).ToArray();
        var centres = tensor(new float[,] { { 2, 0, 0, 1 }, { 0, 2, 0, 1 }, { 0, 0, 2, 1 } });
        return new FeatureMatrix(centres[tensor(labels, ScalarType.Int64)] + randn([Images, 4], generator: generator) * 0.3, labels, 3);
    }
}
