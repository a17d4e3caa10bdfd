using CsCheck;
using SimXir.Experiments;
using static TorchSharp.torch;

namespace SimXir.Method.Tests;

/// <summary>What makes a stopped run resumable: a view never depends on what was drawn before it.</summary>
public sealed class ViewHistoryTests
{
    private static readonly ImageSet Images = RandomImages.Of(40);
    private static readonly ViewRenderer Renderer = new(new ViewSpec { BlurProbability = 0.5 }, ChannelStatistics.Of(Images));

    private static readonly Gen<ViewKey> Keys = Gen.Select(
        Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 1], Gen.Int[0, 2], (seed, epoch, view, round) => new ViewKey(seed, epoch, view, round));

    private static readonly Gen<int[]> Samples = Gen.Int[0, Images.Count - 1].Array[1, 40];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Views_AfterAnyOtherCalls_AreThoseOfAFreshSource(bool batched) =>
        Gen.Select(Gen.Select(Keys, Samples).Array[0, 4], Keys, Samples, Gen.Int[1, 3]).Sample(
            (before, key, samples, threads) =>
            {
                using var scope = NewDisposeScope();
                using var used = Source(batched, threads);
                foreach (var (otherKey, otherSamples) in before)
                {
                    used.Views(otherSamples, otherKey);
                    used.Images(otherSamples);
                }

                using var fresh = Source(batched, threads: 1);
                return Same(fresh.Views(samples, key), used.Views(samples, key)) && Same(fresh.Images(samples), used.Images(samples));
            },
            iter: 30,
            threads: 1);

    private static ViewSource Source(bool batched, int threads) =>
        batched ? new BatchedViews(Renderer, Images, CPU) : new FusedViews(Renderer, Images, threads);

    private static bool Same(Tensor one, Tensor other) => (one == other).all().item<bool>();
}
