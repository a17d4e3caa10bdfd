using CsCheck;
using SimXir.Experiments;

namespace SimXir.Method.Tests;

public sealed class ResumeTests
{
    private const int FewRuns = 3;

    /// <summary>Each method in one precision, the first in both.</summary>
    public static TheoryData<string, Precision> Methods
    {
        get
        {
            var methods = new TheoryData<string, Precision> { { TinyRounds.Methods.Keys.First(), Precision.Fp32 } };
            foreach (var (place, method) in TinyRounds.Methods.Keys.Index()) methods.Add(method, place % 2 == 0 ? Precision.Bf16 : Precision.Fp32);
            return methods;
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Pretrain_StoppedAfterAnySteps_EndsBitEqual(string method, Precision precision)
    {
        var recipe = TinyRounds.Pretrain(method: method, precision: precision);
        var host = new RecordingHost();
        var whole = TinyRounds.Run(recipe, TinyRounds.Inputs(), host);
        Gen.Int[1, 3 * TinyRounds.StepsPerEpoch].Array[1, 3].Sample(
            stops =>
            {
                var (output, metrics) = TinyRounds.RunWithStops(recipe, null, stops);
                AssertEqual(whole, output);
                Assert.Equal(host.Metrics, metrics);
            },
            iter: FewRuns,
            threads: 1);
    }

    [Theory]
    [InlineData(Treatment.SimXir, Precision.Fp32)]
    [InlineData(Treatment.SimXir, Precision.Bf16)]
    [InlineData(Treatment.Variant, Precision.Fp32)]
    public void Finetune_StoppedAfterAnySteps_EndsBitEqual(Treatment treatment, Precision precision)
    {
        var parent = TinyRounds.Run(TinyRounds.Pretrain(to: 1, epochs: 1), TinyRounds.Inputs()).Parts;
        var recipe = TinyRounds.Finetune(treatment) with { Precision = precision };
        var host = new RecordingHost();
        var whole = TinyRounds.Run(recipe, TinyRounds.Inputs(parent), host);
        Gen.Int[1, 2 * TinyRounds.StepsPerEpoch].Array[1, 3].Sample(
            stops =>
            {
                var (output, metrics) = TinyRounds.RunWithStops(recipe, parent, stops);
                AssertEqual(whole, output);
                Assert.Equal(host.Metrics, metrics);
            },
            iter: FewRuns,
            threads: 1);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Pretrain_InBlocks_EndsAsInOne(string method, Precision precision)
    {
        var whole = new RecordingHost();
        var one = TinyRounds.Run(TinyRounds.Pretrain(method: method, precision: precision), TinyRounds.Inputs(), whole);
        var (first, second) = (new RecordingHost(), new RecordingHost());
        var block = TinyRounds.Run(TinyRounds.Pretrain(from: 0, to: 1, method: method, precision: precision), TinyRounds.Inputs(), first);
        var last = TinyRounds.Run(TinyRounds.Pretrain(from: 1, to: 3, method: method, precision: precision), TinyRounds.Inputs(block.Parts), second);
        AssertSameParts(one, last);
        Assert.Equal(whole.Metrics.Select(point => (point.Step, point.Loss, point.LearningRate)), first.Metrics.Concat(second.Metrics).Select(point => (point.Step, point.Loss, point.LearningRate)));
        Assert.Equal(3, second.Reports[^1].Epoch);
        Assert.Equal(14, second.Reports[^1].Steps);
    }

    [Fact]
    public void Pretrain_CheckpointOnTheWay_ChangesNothing()
    {
        var host = new RecordingHost(5, StepRequest.Checkpoint);
        AssertEqual(TinyRounds.Run(TinyRounds.Pretrain(), TinyRounds.Inputs()), TinyRounds.Run(TinyRounds.Pretrain(), TinyRounds.Inputs(), host));
        Assert.Equal((5L, 0), (host.Saved[0].Step, host.Saved[0].Epoch));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Run_TwoOnTwoThreads_EqualsOneAfterTheOther(string method, Precision precision)
    {
        RoundRecipe[] recipes = [
            TinyRounds.Pretrain(seed: 1, method: method, precision: precision), TinyRounds.Pretrain(seed: 2, method: method, precision: precision),
        ];
        var alone = recipes.Select(recipe => TinyRounds.Run(recipe, TinyRounds.Inputs())).ToArray();
        using var barrier = new Barrier(2);
        var together = await Task.WhenAll(recipes.Select(recipe => Task.Factory.StartNew(
            () =>
            {
                barrier.SignalAndWait(TestContext.Current.CancellationToken);
                return TinyRounds.Run(recipe, TinyRounds.Inputs());
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));
        AssertEqual(alone[0], together[0]);
        AssertEqual(alone[1], together[1]);
        Assert.NotEqual(alone[0].Parts[RoundParts.Weights], alone[1].Parts[RoundParts.Weights]);
    }

    [Fact]
    public void Run_CheckpointOfAnotherRound_IsRefused()
    {
        var host = new RecordingHost(2);
        TinyRounds.Run(TinyRounds.Pretrain(seed: 1), TinyRounds.Inputs(), host);
        var fault = Assert.Throws<CheckpointException>(() => TinyRounds.Run(TinyRounds.Pretrain(seed: 2), TinyRounds.Inputs(checkpoint: host.Saved[0].Content)));
        Assert.Equal($"the checkpoint belongs to round {RecipeJson.KeyOf(TinyRounds.Pretrain(seed: 1))}, not to {RecipeJson.KeyOf(TinyRounds.Pretrain(seed: 2))}", fault.Message);
    }

    [Fact]
    public void Run_TruncatedCheckpoint_IsRefused()
    {
        var host = new RecordingHost(2);
        TinyRounds.Run(TinyRounds.Pretrain(), TinyRounds.Inputs(), host);
        var whole = host.Saved[0].Content;
        foreach (var length in (int[])[0, 7, 100, whole.Length / 2, whole.Length - 1])
            Assert.Throws<CheckpointException>(() => TinyRounds.Run(TinyRounds.Pretrain(), TinyRounds.Inputs(checkpoint: whole[..length])));
    }

    private static void AssertEqual(RoundOutput expected, RoundOutput actual)
    {
        Assert.Equal(expected.Outcome, actual.Outcome);
        Assert.Equal(expected.Training, actual.Training);
        AssertSameParts(expected, actual);
    }

    private static void AssertSameParts(RoundOutput expected, RoundOutput actual)
    {
        Assert.Equal(expected.Parts.Keys.Order(), actual.Parts.Keys.Order());
        Assert.All(expected.Parts, part => Assert.True(part.Value.AsSpan().SequenceEqual(actual.Parts[part.Key]), part.Key));
    }
}
