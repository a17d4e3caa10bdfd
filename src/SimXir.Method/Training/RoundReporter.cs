using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>Tells the host how a training round goes: metrics at fixed steps, progress at most a few times a second.</summary>
internal sealed class RoundReporter(TrainingPlan plan, LearningRate rate, TimeProvider time, IRoundHost host)
{
    private const int RecordEverySteps = 50;
    private const int ViewsPerSample = 2;

    private static readonly TimeSpan ProgressInterval = TimeSpan.FromMilliseconds(300);

    private long _recordedAt = time.GetTimestamp();
    private long _recordedSteps;
    private long _reportedAt = time.GetTimestamp();
    private long _reportedSteps;
    private bool _reported;

    /// <param name="cursor">After the step.</param>
    /// <param name="done">Steps done of the whole stage.</param>
    public void StepDone(TrainingCursor cursor, long done)
    {
        _recordedSteps++;
        _reportedSteps++;
        if (cursor.Batch == 0 || cursor.Batch % RecordEverySteps == 0) Record(cursor, done);
        if (!_reported || time.GetElapsedTime(_reportedAt) >= ProgressInterval || cursor.Epoch == plan.ToEpoch) Report(cursor, done);
    }

    private void Record(TrainingCursor cursor, long done)
    {
        var (knn, spread) = cursor.Batch == 0 && plan.WatchesAt(cursor.Epoch) ? (cursor.Knn, cursor.FeatureSpread) : (null, null);
        var speed = Speed(_recordedSteps, _recordedAt);
        host.Record(new MetricRecord(done, cursor.Epoch, cursor.Loss ?? 0, rate.At(done - 1), knn, spread, speed));
        (_recordedSteps, _recordedAt) = (0, time.GetTimestamp());
    }

    private void Report(TrainingCursor cursor, long done)
    {
        var speed = Speed(_reportedSteps, _reportedAt);
        var step = done - (long)plan.FromEpoch * plan.StepsPerEpoch;
        TimeSpan? remaining = speed > 0 ? TimeSpan.FromSeconds((plan.Steps - step) * ViewsPerSample * plan.Batch / speed) : null;
        host.Progress(new RoundProgress(cursor.Epoch, plan.StageEpochs, step, plan.Steps, cursor.Loss, cursor.Knn, speed, remaining));
        (_reportedSteps, _reportedAt, _reported) = (0, time.GetTimestamp(), true);
    }

    private double Speed(long steps, long since)
    {
        var seconds = time.GetElapsedTime(since).TotalSeconds;
        return seconds > 0 ? steps * ViewsPerSample * plan.Batch / seconds : 0;
    }
}
