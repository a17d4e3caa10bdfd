using System.Security.Cryptography;
using SimXir.Experiments;
using SimXir.Store;

namespace SimXir.Host;

/// <summary>How many measurements a store takes durably, in batches as attempts write them.</summary>
internal static class MetricBench
{
    private const int PointsPerBatch = 100;
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(2);

    /// <summary>As many attempts as slots, each appending one batch after another.</summary>
    public static async Task<double> PointsPerSecondAsync(IObjectStore store, int slots, CancellationToken cancellation)
    {
        var time = TimeProvider.System;
        var began = time.GetTimestamp();
        var points = await Task.WhenAll(Enumerable.Range(0, slots).Select(async slot =>
        {
            var key = new RoundKey(Convert.ToHexStringLower(SHA256.HashData(BitConverter.GetBytes(began + slot))));
            using var writer = await new MetricsLog(store).BeginAsync(key, fence: 1, fromStep: 0, time.GetUtcNow(), cancellation);
            var step = 0;
            while (time.GetElapsedTime(began) < Lasts)
            {
                var at = time.GetUtcNow();
                await writer.AppendAsync(Enumerable.Range(step, PointsPerBatch).Select(next => new MetricPoint { Step = next, Epoch = 0, Loss = next, LearningRate = 0.1, ViewsPerSecond = 100, At = at }), cancellation);
                step += PointsPerBatch;
            }
            return step;
        }));
        return points.Sum() / time.GetElapsedTime(began).TotalSeconds;
    }
}
