using SimXir.Experiments;
using TorchSharp;
using static TorchSharp.torch;

namespace SimXir.Method.Tests;

/// <summary>The count of tensors is the whole process's, so nothing else may run.</summary>
[Collection(nameof(LeakTests))]
public sealed class ViewSourceTests
{
    private static readonly ImageSet Images = RandomImages.Of(40);
    private static readonly ViewRenderer Renderer = new(new ViewSpec(), ChannelStatistics.Of(Images));
    private static readonly ViewKey Key = new(Seed: 0, Epoch: 0, View: 0);

    [Fact]
    public void Of_Cpu_IsTheFusedPass()
    {
        using var source = ViewSource.Of(Renderer, Images, CPU, threads: 2);
        Assert.IsType<FusedViews>(source);
    }

    /// <summary>The meta device computes shapes alone, but it refuses what is not on it, as a GPU would.</summary>
    [Fact]
    public void Of_AnotherDevice_WorksOnItAlone()
    {
        using var scope = NewDisposeScope();
        var recipe = new ViewRenderer(new ViewSpec { BlurProbability = 0.5 }, ChannelStatistics.Of(Images));
        using var source = ViewSource.Of(recipe, Images, META, threads: 1);
        Assert.IsType<BatchedViews>(source);
        Assert.All([source.Views([1, 2], Key), source.Images([1, 2])], x =>
        {
            Assert.Equal(DeviceType.META, x.device_type);
            Assert.Equal([2, 3, 32, 32], x.shape);
        });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Views_OfEitherSource_AreImagesWithTheirChannelsLast(bool batched)
    {
        using var scope = NewDisposeScope();
        using var source = Source(batched);
        Assert.All([source.Views([1, 2], Key), source.Images([1, 2])], x =>
        {
            Assert.Equal([2, 3, 32, 32], x.shape);
            Assert.Equal([3072, 1, 96, 3], x.stride());
        });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Source_AfterUse_LeavesNoTensor(bool batched)
    {
        Use(batched);
        var before = Tensor.TotalCount;
        Use(batched);
        Assert.Equal(before, Tensor.TotalCount);
    }

    private static void Use(bool batched)
    {
        using var source = Source(batched);
        for (var epoch = 0; epoch < 3; epoch++)
        {
            using var scope = NewDisposeScope();
            source.Views([3, 1, 2], Key with { Epoch = epoch });
            source.Images([3, 1, 2]);
        }
    }

    private static ViewSource Source(bool batched) =>
        batched ? new BatchedViews(Renderer, Images, CPU) : new FusedViews(Renderer, Images, threads: 1);
}
