using SimXir.Experiments;

namespace SimXir.Method.Tests;

public sealed class RoundEngineTests
{
    [Fact]
    public void Batch_OfLargeImagesThatNoArrayHolds_IsRefused() => Assert.Equal(
        "pretraining: a batch of 4096 images of 224 x 224 pixels is larger than 2 GB; on a CPU use at most 3566, or smaller images",
        Assert.Throws<RoundInputException>(() => RoundChecks.Batch(4096, 224, "pretraining")).Message);

    [Fact]
    public void Run_WholePipeline_CompletesWithFiguresAndParts()
    {
        var host = new RecordingHost();
        var pretrained = TinyRounds.Run(TinyRounds.Pretrain(), TinyRounds.Inputs(), host);
        Assert.Equal(StopReason.Completed, pretrained.Outcome);
        Assert.Equal([RoundParts.State, RoundParts.Weights], pretrained.Parts.Keys.Order());
        Assert.Equal(3 * TinyRounds.StepsPerEpoch, host.Asked);
        Assert.Equal((3, 21L), (pretrained.Training!.Epochs, pretrained.Training.Steps));
        Assert.InRange(pretrained.Training.Loss, -1, 1);
        Assert.NotNull(pretrained.Training.Knn);
        Assert.InRange(pretrained.Training.FeatureSpread!.Value, 0, 1);
        Assert.Equal([7L, 14L, 21L], host.Metrics.Select(point => point.Step));
        Assert.Equal(host.Metrics[^1].Loss, pretrained.Training.Loss);

        var tuned = TinyRounds.Run(TinyRounds.Finetune(Treatment.SimXir), TinyRounds.Inputs(pretrained.Parts));
        Assert.Equal([RoundParts.Weights], tuned.Parts.Keys);
        Assert.NotEqual(pretrained.Parts[RoundParts.Weights], tuned.Parts[RoundParts.Weights]);

        var judged = TinyRounds.Run(TinyRounds.Evaluate(), TinyRounds.Inputs(tuned.Parts));
        Assert.Equal(StopReason.Completed, judged.Outcome);
        Assert.Empty(judged.Parts);
        Assert.Equal([5, 7, 11, 15, 17, 21], judged.Evaluation!.Knn.Cosine.Keys);
        Assert.All(judged.Evaluation.Knn.Euclidean.Values, accuracy => Assert.InRange(accuracy, 0, 1));
        Assert.InRange(judged.Evaluation.Linear[ProbeKind.Converged].Top5, judged.Evaluation.Linear[ProbeKind.Converged].Top1, 1);
        Assert.Empty(judged.Notes);
    }

    [Fact]
    public void Run_Bf16_TrainsAsFp32DoesWithinItsRounding()
    {
        var (exact, rounded) = (new RecordingHost(), new RecordingHost());
        TinyRounds.Run(TinyRounds.Pretrain(learningRate: 0.05), TinyRounds.Inputs(), exact);
        var output = TinyRounds.Run(TinyRounds.Pretrain(learningRate: 0.05) with { Precision = Precision.Bf16 }, TinyRounds.Inputs(), rounded);
        Assert.Equal(StopReason.Completed, output.Outcome);
        Assert.NotEqual(exact.Metrics[0].Loss, rounded.Metrics[0].Loss);
        Assert.Equal(exact.Metrics[0].Loss, rounded.Metrics[0].Loss, 0.02);
        Assert.All(SafetensorsReader.Read(output.Parts[RoundParts.Weights]).Tensors.Values, tensor => Assert.NotEqual(ElementType.BF16, tensor.Type));
    }

    [Fact]
    public void Run_SecondFinetuningRound_SeesOtherViews()
    {
        var parent = TinyRounds.Run(TinyRounds.Pretrain(to: 1, epochs: 1), TinyRounds.Inputs()).Parts;
        var (first, second) = (new RecordingHost(), new RecordingHost());
        TinyRounds.Run(TinyRounds.Finetune(Treatment.SimXir, round: 1, epochs: 1), TinyRounds.Inputs(parent), first);
        TinyRounds.Run(TinyRounds.Finetune(Treatment.SimXir, round: 2, epochs: 1), TinyRounds.Inputs(parent), second);
        Assert.NotEqual(first.Metrics[0].Loss, second.Metrics[0].Loss);
    }

    [Fact]
    public void Run_FirstStep_IsReportedAtOnce()
    {
        var reports = 0;
        RecordingHost? host = null;
        host = new RecordingHost { OnStep = step => reports = step == 1 ? host!.Reports.Count : reports };
        TinyRounds.Run(TinyRounds.Pretrain(), TinyRounds.Inputs(), host);
        Assert.Equal(1, reports);
        Assert.Equal((0, 3, 1L, 21L), (host.Reports[0].Epoch, host.Reports[0].Epochs, host.Reports[0].Step, host.Reports[0].Steps));
        Assert.Equal(21, host.Reports[^1].Step);
        Assert.Equal(TimeSpan.Zero, host.Reports[^1].Remaining);
    }

    [Theory]
    [InlineData(StepRequest.Stop, 0)]
    [InlineData(StepRequest.CheckpointAndStop, 1)]
    public void Run_AskedToStop_SavesOnlyIfAsked(StepRequest request, int saved)
    {
        var host = new RecordingHost(4, request);
        var output = TinyRounds.Run(TinyRounds.Pretrain(), TinyRounds.Inputs(), host);
        Assert.Equal(StopReason.Preempted, output.Outcome);
        Assert.Equal((4, saved), (host.Asked, host.Saved.Count));
        Assert.Empty(output.Parts);
    }

    [Fact]
    public void Run_EvaluationAskedToStop_IsPreempted()
    {
        var parent = TinyRounds.Run(TinyRounds.Pretrain(to: 1, epochs: 1), TinyRounds.Inputs()).Parts;
        var output = TinyRounds.Run(TinyRounds.Evaluate(), TinyRounds.Inputs(parent), new RecordingHost(3, StepRequest.Stop));
        Assert.Equal(StopReason.Preempted, output.Outcome);
        Assert.Null(output.Evaluation);
    }

    [Fact]
    public void Run_AbsurdLearningRate_DivergesAndSaysWhere()
    {
        var output = TinyRounds.Run(TinyRounds.Pretrain(learningRate: 1000) with { Pretrain = new PretrainSpec { Epochs = 3, Batch = TinyRounds.Batch, BaseLearningRate = 1e3, WeightDecay = 1 } }, TinyRounds.Inputs());
        Assert.Equal(StopReason.Diverged, output.Outcome);
        Assert.Empty(output.Parts);
        Assert.False(double.IsFinite(output.Training!.Loss));
        Assert.Matches("^the (loss became (NaN|-?Infinity)|weights became infinite or not numbers) at step \\d+ of 21 \\(epoch \\d of 3\\)$", Assert.Single(output.Notes));
    }

    [Fact]
    public void Run_BatchLargerThanTheData_SaysBothNumbers()
    {
        var recipe = TinyRounds.Pretrain() with { Pretrain = new PretrainSpec { Batch = 512 } };
        var fault = Assert.Throws<RoundInputException>(() => TinyRounds.Run(recipe, TinyRounds.Inputs()));
        Assert.Equal("pretraining: batch 512 is larger than the 60 training images of cifar10; use a batch of 2 to 60, or more images", fault.Message);
    }

    [Fact]
    public void Run_WithoutItsParent_SaysWhatIsMissing()
    {
        var fault = Assert.Throws<RoundInputException>(() => TinyRounds.Run(TinyRounds.Finetune(Treatment.SimXir), TinyRounds.Inputs()));
        Assert.Equal("the parent round's part 'weights' is missing; given are []", fault.Message);
    }

    [Fact]
    public void Run_ParentOfAnotherWidth_SaysWhatDoesNotFit()
    {
        var parent = TinyRounds.Run(TinyRounds.Pretrain(to: 1, epochs: 1), TinyRounds.Inputs()).Parts;
        var recipe = TinyRounds.Evaluate() with { Backbone = new BackboneSpec { Width = 3 } };
        var fault = Assert.Throws<CheckpointException>(() => TinyRounds.Run(recipe, TinyRounds.Inputs(parent)));
        Assert.StartsWith("the parent's encoder does not fit: 'conv1.weight' has shape [2, 3, 3, 3] and type F32, wanted are [3, 3, 3, 3] and Float32; ", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tpu", "unknown device 'tpu'; known: cpu, cuda, cuda:N")]
    [InlineData("cuda:99", "there is no device 'cuda:99': this process sees ")]
    public void Run_DeviceThatIsNotThere_IsRefused(string device, string expected)
    {
        var fault = Assert.Throws<RoundInputException>(() => TinyRounds.Run(TinyRounds.Pretrain(), TinyRounds.Inputs() with { Device = device }));
        Assert.StartsWith(expected, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_MoreMemoryThanThereIs_SaysSo()
    {
        var host = new RecordingHost { OnStep = _ => TorchSharp.torch.zeros(1L << 50).Dispose() };
        var fault = Assert.Throws<DeviceMemoryException>(() => TinyRounds.Run(TinyRounds.Pretrain(), TinyRounds.Inputs(), host));
        Assert.StartsWith("too little memory on cpu for this round; a smaller batch, a narrower backbone or fewer slots need less: ", fault.Message, StringComparison.Ordinal);
    }
}
