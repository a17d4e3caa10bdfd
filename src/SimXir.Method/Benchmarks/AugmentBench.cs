using System.Text.Json.Nodes;
using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>SimSiam's random views, from bytes to normalised float32 in the memory format that convolutions want.</summary>
public static class AugmentBench
{
    private const int Images = 512;

    /// <param name="threads">1 or more.</param>
    /// <param name="repeats">How many times a view of each of 512 images is drawn; 1 or more.</param>
    /// <param name="time">Measures.</param>
    public static BenchResult Run(int threads, int repeats, TimeProvider? time = null)
    {
        time ??= TimeProvider.System;
        var images = BenchImages.Of(Images);
        var renderer = new ViewRenderer(new ViewSpec(), ChannelStatistics.Of(images));
        int[] samples = [.. Enumerable.Range(0, Images)];
        var destination = new float[Images * ImageSet.ImageSize];
        Draw(0);
        var seconds = Enumerable.Range(1, repeats).Select(epoch =>
        {
            var start = time.GetTimestamp();
            Draw(epoch);
            return time.GetElapsedTime(start).TotalSeconds;
        }).ToArray();
        return new BenchResult("augment", Images / Median.Of(seconds), "views/s", new JsonObject
        {
            ["threads"] = threads,
            ["images"] = Images,
            ["repeats"] = repeats,
            ["slowestViewsPerSecond"] = Images / seconds.Max(),
            ["fastestViewsPerSecond"] = Images / seconds.Min(),
        });

        void Draw(int epoch) => renderer.RenderViews(images, samples, new ViewKey(0, epoch, 0), destination, threads);
    }
}
