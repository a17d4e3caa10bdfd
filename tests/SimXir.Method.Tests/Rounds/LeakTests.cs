using SimXir.Experiments;
using static TorchSharp.torch;

namespace SimXir.Method.Tests;

/// <summary>The count of tensors is the whole process's, so nothing else may run.</summary>
[CollectionDefinition(nameof(LeakTests), DisableParallelization = true)]
[Collection(nameof(LeakTests))]
public sealed class LeakTests
{
    private const int WarmUp = 3;

    public static TheoryData<string> Methods => [.. Catalog.Methods.Keys];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Pretrain_TwoHundredSteps_HoldsNoMoreTensors(string method) => AssertFlat(TinyRounds.Pretrain(to: 30, epochs: 30, method: method), null);

    [Theory]
    [InlineData(Treatment.SimXir)]
    [InlineData(Treatment.Variant)]
    public void Finetune_TwoHundredSteps_HoldsNoMoreTensors(Treatment treatment) =>
        AssertFlat(TinyRounds.Finetune(treatment, epochs: 30), TinyRounds.Run(TinyRounds.Pretrain(to: 1, epochs: 1), TinyRounds.Inputs()).Parts);

    [Fact]
    public void Run_WholeRounds_LeaveNoTensorBehind()
    {
        var parts = TinyRounds.Run(TinyRounds.Pretrain(to: 1, epochs: 1), TinyRounds.Inputs()).Parts;
        using var pretrained = PretrainMethods.Build(new SimSiamSpec(), new BackboneSpec { Width = 2 }, 0, CPU);
        var (method, encoder) = (pretrained.parameters().Count(), pretrained.Encoder.parameters().Count());
        var before = Tensor.TotalCount;
        TinyRounds.Run(TinyRounds.Pretrain(to: 1, epochs: 1), TinyRounds.Inputs());
        TinyRounds.Run(TinyRounds.Finetune(Treatment.SimXir, epochs: 1), TinyRounds.Inputs(parts), new RecordingHost(3));
        TinyRounds.Run(TinyRounds.Evaluate(), TinyRounds.Inputs(parts));

        // TorchSharp counts the tensor that a parameter was made of for ever, though the parameter took its memory over (held by no one: resident
        // memory stays level over thousands of modules).
        const int probe = 2;
        var takenOver = method + 2 * encoder + encoder + probe;
        Assert.Equal(before + takenOver, Tensor.TotalCount);
    }

    private static void AssertFlat(RoundRecipe recipe, IReadOnlyDictionary<string, byte[]>? parent)
    {
        var counts = new List<long>();
        var host = new RecordingHost { OnStep = _ => counts.Add(Tensor.TotalCount) };
        TinyRounds.Run(recipe, TinyRounds.Inputs(parent), host);
        Assert.InRange(counts.Count, 200, 300);
        Assert.All(counts.Skip(WarmUp), count => Assert.Equal(counts[WarmUp], count));
    }
}
