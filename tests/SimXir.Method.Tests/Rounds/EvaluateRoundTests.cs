using System.Collections.Immutable;
using SimXir.Experiments;
using static TorchSharp.torch;

namespace SimXir.Method.Tests;

/// <summary>Evaluations of an untrained encoder of width 2 on 14 images.</summary>
public sealed class EvaluateRoundTests
{
    private static readonly Dataset Data = new(DatasetId.Parse("cifar10"), new string('0', 64), RandomImages.Of(14), RandomImages.Of(9, seed: 1));
    private static readonly EvaluateRecipe Recipe = TinyRounds.Evaluate() with { Evaluate = new EvaluateSpec { Linear = [ProbeKind.Converged, ProbeKind.Paper] } };
    private static readonly Lazy<RoundOutput> Whole = new(() => Run(new RecordingHost()));

    [Fact]
    public void Run_BothProbes_HaveEachTheirOwnFigures()
    {
        var both = Whole.Value.Evaluation!;
        Assert.Equal(StopReason.Completed, Whole.Value.Outcome);
        Assert.Equal([ProbeKind.Paper, ProbeKind.Converged], both.Linear.Keys);
        foreach (var kind in both.Linear.Keys)
        {
            var alone = Run(new RecordingHost(), Recipe with { Evaluate = Recipe.Evaluate with { Linear = [kind] } }).Evaluation!;
            Assert.Equal(both.Linear[kind], Assert.Single(alone.Linear).Value);
        }
    }

    [Fact]
    public void Run_OnMoreThreads_GivesTheSame() => AssertSame(Whole.Value, Run(new RecordingHost(), threads: 2));

    [Fact]
    public void Run_InBf16_DiffersAtMostInThePapersProbe()
    {
        var bf16 = Run(new RecordingHost(), Recipe with { Precision = Precision.Bf16 }).Evaluation!;
        Assert.Equal(Whole.Value.Evaluation!.Knn.Cosine, bf16.Knn.Cosine);
        Assert.Equal(Whole.Value.Evaluation.Linear[ProbeKind.Converged], bf16.Linear[ProbeKind.Converged]);
        Assert.Equal(Whole.Value.Evaluation.FeatureSpread, bf16.FeatureSpread);
    }

    [Theory]
    [InlineData(5, 1)]
    [InlineData(40, 20)]
    [InlineData(91, 3)]
    public void Run_StoppedAndResumed_EndsAsOneThatWasNot(int first, int second)
    {
        byte[]? checkpoint = null;
        foreach (var stop in (int[])[first, second])
        {
            var host = new RecordingHost(stop);
            var output = Run(host, checkpoint: checkpoint);
            Assert.Equal((StopReason.Preempted, stop), (output.Outcome, host.Asked));
            checkpoint = host.Saved.LastOrDefault()?.Content ?? checkpoint;
        }
        Assert.NotNull(checkpoint);
        var last = new RecordingHost();
        AssertSame(Whole.Value, Run(last, checkpoint: checkpoint));
        Assert.InRange(last.Reports[0].Epoch, first - 2, PaperProbe.Epochs);
    }

    [Fact]
    public void Run_AskedToSaveAndGoOn_SavesTheEpochsDone()
    {
        var host = new RecordingHost(30, StepRequest.Checkpoint);
        AssertSame(Whole.Value, Run(host));
        var saved = Assert.Single(host.Saved);
        Assert.Equal((27, 27L), (saved.Epoch, saved.Step));
    }

    [Fact]
    public void Run_BeforeTheFirstEpoch_HasNothingToSave()
    {
        var host = new RecordingHost(2);
        Assert.Equal(StopReason.Preempted, Run(host).Outcome);
        Assert.Empty(host.Saved);
    }

    [Fact]
    public void Run_PaperProbe_IsFollowed()
    {
        var host = new RecordingHost();
        Run(host);
        Assert.Equal((1, 90, 1L, 90L), (host.Reports[0].Epoch, host.Reports[0].Epochs, host.Reports[0].Step, host.Reports[0].Steps));
        Assert.Equal((90, TimeSpan.Zero), (host.Reports[^1].Epoch, host.Reports[^1].Remaining));
        Assert.Equal(Enumerable.Range(1, 90).Select(epoch => (epoch, (long)epoch)), host.Metrics.Select(point => (point.Epoch, point.Step)));
        Assert.All(host.Metrics, point => Assert.True(double.IsFinite(point.Loss) && point is { Knn: null, FeatureSpread: null }));
        Assert.Equal((1.6, true), (host.Metrics[0].LearningRate, host.Metrics[^1].LearningRate is > 0 and < 0.001));
    }

    [Theory]
    [InlineData("round", "0", "the checkpoint belongs to round 0, not to ")]
    [InlineData("epoch", "-1", "the checkpoint stands at epoch -1 of the probe's 90")]
    [InlineData("epoch", "91", "the checkpoint stands at epoch 91 of the probe's 90")]
    public void Run_CheckpointThatIsNone_IsRefused(string field, string value, string message)
    {
        var host = new RecordingHost(30);
        Run(host);
        var file = SafetensorsReader.Read(host.Saved[0].Content);
        var broken = SafetensorsWriter.Write(file with { Metadata = file.Metadata.SetItem(field, value) });
        var fault = Assert.Throws<CheckpointException>(() => Run(new RecordingHost(), checkpoint: broken));
        Assert.StartsWith(message, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1, 10, 1)]
    [InlineData(2, 3, 7)]
    public void Run_OneClassAndTinyBanks_AreRight(int train, int classes, int test)
    {
        var data = Data with { Train = OneClass(train, classes), Test = OneClass(test, classes) };
        var judged = Run(new RecordingHost(), data: data).Evaluation!;
        Assert.All(judged.Knn.Cosine.Values.Concat(judged.Knn.Euclidean.Values), accuracy => Assert.Equal(1, accuracy));
        Assert.All(judged.Linear.Values, accuracy => Assert.Equal(new LinearResult(1, 1), accuracy));
    }

    private static ImageSet OneClass(int count, int classes) => new(RandomImages.Of(count).Pixels, new int[count], classes);

    private static RoundOutput Run(RecordingHost host, EvaluateRecipe? recipe = null, byte[]? checkpoint = null, int threads = 1, Dataset? data = null)
    {
        using var encoder = BackboneFactory.Build(Recipe.Backbone, 0, CPU);
        var parts = ImmutableDictionary<string, byte[]>.Empty.Add(RoundParts.Weights, SafetensorsWriter.Write(TensorFile.Of(ModuleState.Copy(encoder))));
        return TinyRounds.Run(recipe ?? Recipe, TinyRounds.Inputs(parts, checkpoint, threads) with { Dataset = data ?? Data }, host);
    }

    private static void AssertSame(RoundOutput expected, RoundOutput actual)
    {
        var (one, other) = (expected.Evaluation!, actual.Evaluation!);
        Assert.Equal(one.Knn.Cosine, other.Knn.Cosine);
        Assert.Equal(one.Knn.Euclidean, other.Knn.Euclidean);
        Assert.Equal(one.Linear, other.Linear);
        Assert.Equal(one.FeatureSpread, other.FeatureSpread);
        Assert.Equal(expected.Notes, actual.Notes);
    }
}
