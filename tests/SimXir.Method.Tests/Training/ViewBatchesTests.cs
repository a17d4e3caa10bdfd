using SimXir.Experiments;
using static TorchSharp.torch;

namespace SimXir.Method.Tests;

public sealed class ViewBatchesTests
{
    private const int Seed = 7, Round = 2;
    private static readonly ImageSet Images = RandomImages.Of(36);
    private static readonly ViewRenderer Renderer = new(new ViewSpec(), ChannelStatistics.Of(Images));
    private static readonly int[] Samples = [30, 1, 17];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Draw_AnyMethod_GivesTheInputsThatItAsksFor(bool firstIsSample)
    {
        using var scope = NewDisposeScope();
        using var batches = new ViewBatches(Plan(firstIsSample));
        using var source = ViewSource.Of(Renderer, Images, CPU, threads: 1);
        var (x1, x2) = batches.Draw(Samples, epoch: 4);
        var key = new ViewKey(Seed, Epoch: 4, View: 0, Round);
        Assert.True(Same(firstIsSample ? source.Images(Samples) : source.Views(Samples, key), x1));
        Assert.True(Same(source.Views(Samples, key with { View = 1 }), x2));
    }

    [Fact]
    public void Draw_Bf16_RoundsAndKeepsTheChannelsLast()
    {
        using var scope = NewDisposeScope();
        using var exact = new ViewBatches(Plan());
        using var rounded = new ViewBatches(Plan() with { Precision = Precision.Bf16 });
        var (x, y) = (exact.Draw(Samples, epoch: 0).X1, rounded.Draw(Samples, epoch: 0).X1);
        Assert.Equal(ScalarType.BFloat16, y.dtype);
        Assert.Equal(x.stride(), y.stride());
        Assert.True(Same(x.to_type(ScalarType.BFloat16), y));
    }

    /// <summary>What a stopped run shows its method after it is resumed.</summary>
    [Fact]
    public void Draw_ResumedAtAnyStep_GivesTheSameInputs()
    {
        using var scope = NewDisposeScope();
        var whole = Steps(from: 0);
        Assert.Equal(12, whole.Length);
        for (var from = 1; from < whole.Length; from++)
            Assert.All(Steps(from).Zip(whole.Skip(from)), pair => Assert.True(Same(pair.First, pair.Second)));
    }

    /// <returns>(2, B, 3, 32, 32) for each step of the first two epochs, from a step on.</returns>
    private static Tensor[] Steps(int from)
    {
        var plan = Plan();
        using var batches = new ViewBatches(plan);
        return [.. Enumerable.Range(from, (2 * plan.StepsPerEpoch) - from).Select(step =>
        {
            var (epoch, batch) = Math.DivRem(step, plan.StepsPerEpoch);
            var order = DataOrder.Of(plan.Seed, plan.Round, epoch, Images.Count);
            var (x1, x2) = batches.Draw(order.AsSpan(batch * plan.Batch, plan.Batch), epoch);
            return stack([x1, x2]);
        })];
    }

    private static bool Same(Tensor one, Tensor other) => (one == other).all().item<bool>();

    private static TrainingPlan Plan(bool firstIsSample = false) => new()
    {
        Method = new NoMethod(firstIsSample),
        Optimizer = new Sgd([], momentum: 0, weightDecay: 0),
        Images = Images,
        Renderer = Renderer,
        Monitor = null,
        Batch = 6,
        Seed = Seed,
        Round = Round,
        FromEpoch = 0,
        ToEpoch = 2,
        StageEpochs = 2,
        Precision = Precision.Fp32,
        Device = CPU,
        Threads = 2,
    };

    private sealed class NoMethod(bool firstIsSample) : LearningMethod(nameof(NoMethod))
    {
        public override Backbone Encoder => throw new NotSupportedException();

        public override bool FirstIsSample => firstIsSample;

        public override Tensor forward(Tensor x1, Tensor x2) => throw new NotSupportedException();
    }
}
