using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>Tells the host how the paper's probe goes: a point of its curve after each epoch, progress after the first, then at most a few times a
/// second.</summary>
internal sealed class ProbeReporter(PaperProbe probe, int images, TimeProvider time, IRoundHost host)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(300);

    private long _recordedAt = time.GetTimestamp();
    private long _reportedAt = time.GetTimestamp();
    private int _reportedEpoch = probe.Epoch;
    private bool _reported;

    /// <param name="loss">Of the epoch that is done.</param>
    public void EpochDone(double loss)
    {
        Record(loss);
        var elapsed = time.GetElapsedTime(_reportedAt);
        if (_reported && elapsed < Interval && probe.Epoch < PaperProbe.Epochs) return;
        var (epochs, left) = (probe.Epoch - _reportedEpoch, PaperProbe.Epochs - probe.Epoch);
        var speed = elapsed > TimeSpan.Zero ? images * epochs / elapsed.TotalSeconds : 0;
        TimeSpan? remaining = epochs > 0 ? elapsed / epochs * left : null;
        var steps = probe.Steps / probe.Epoch * PaperProbe.Epochs;
        host.Progress(new RoundProgress(probe.Epoch, PaperProbe.Epochs, probe.Steps, steps, loss, Knn: null, speed, remaining));
        (_reportedAt, _reportedEpoch, _reported) = (time.GetTimestamp(), probe.Epoch, true);
    }

    private void Record(double loss)
    {
        var seconds = time.GetElapsedTime(_recordedAt).TotalSeconds;
        host.Record(new MetricRecord(probe.Steps, probe.Epoch, loss, probe.LastRate, Knn: null, FeatureSpread: null, seconds > 0 ? images / seconds : 0));
        _recordedAt = time.GetTimestamp();
    }
}
