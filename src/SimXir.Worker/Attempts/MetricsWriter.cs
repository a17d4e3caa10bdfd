using SimXir.Method;
using SimXir.Store;

namespace SimXir.Worker;

/// <summary>Collects an attempt's measurements and appends them in batches; what is not stored yet is kept for the next flush.</summary>
public sealed class MetricsWriter(AttemptWriter writer, long stageOffset, TimeProvider time) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private List<MetricPoint> _waiting = [];

    /// <summary>Takes a point; called by the training thread.</summary>
    public void Add(MetricRecord record)
    {
        var point = new MetricPoint
        {
            Step = record.Step - stageOffset - 1, // the record counts finished steps of the stage, the point names the step within its round
            Epoch = record.Epoch,
            Loss = record.Loss,
            LearningRate = record.LearningRate,
            Knn = record.Knn,
            FeatureSpread = record.FeatureSpread,
            ViewsPerSecond = record.ViewsPerSecond,
            At = time.GetUtcNow(),
        };
        lock (_gate) _waiting.Add(point);
    }

    /// <summary>Stores all points taken so far; where it fails, they wait for the next call.</summary>
    public Task FlushAsync() => StoreAsync(batch => writer.AppendAsync(batch));

    /// <summary>Stores all points there are, with none to come.</summary>
    public Task FinishAsync() => StoreAsync(batch => writer.FinishAsync(batch));

    public void Dispose()
    {
        writer.Dispose();
        _turn.Dispose();
    }

    private async Task StoreAsync(Func<List<MetricPoint>, Task> store)
    {
        await _turn.WaitAsync();
        try
        {
            List<MetricPoint> batch;
            lock (_gate) (batch, _waiting) = (_waiting, []);
            if (batch.Count == 0) return;
            try
            {
                await store(batch);
            }
            catch
            {
                lock (_gate) _waiting.InsertRange(0, batch);
                throw;
            }
        }
        finally
        {
            _turn.Release();
        }
    }
}
