using SimXir.Experiments;
using SimXir.Method;

namespace SimXir.Worker;

/// <summary>What a training thread sees of the grid: whom it asks after each step, and to whom it hands checkpoints, metrics and progress.</summary>
public sealed class AttemptHost(
    AttemptSignals signals,
    LeaseKeeper keeper,
    CheckpointWriter checkpoints,
    MetricsWriter metrics,
    SlotClock clock,
    TimeProvider time,
    AttemptBeginning beginning,
    string slot) : IRoundHost
{
    private long _step = beginning.ResumeStep;
    private long _checkpointed = time.GetTimestamp();

    private SlotTime Working => _step < beginning.ReachedStep ? SlotTime.Redone : SlotTime.Useful;

    public StepRequest AfterStep()
    {
        _step++;
        clock.Switch(Working);
        switch (signals.Current)
        {
            case AttemptSignal.None when !checkpoints.IsBusy && time.GetElapsedTime(_checkpointed) >= checkpoints.Interval:
                clock.Switch(SlotTime.Checkpoint);
                _checkpointed = time.GetTimestamp();
                return StepRequest.Checkpoint;
            case AttemptSignal.None:
                return StepRequest.Continue;
            case AttemptSignal.Yield:
                clock.Switch(SlotTime.Checkpoint);
                return StepRequest.CheckpointAndStop;
            default:
                return StepRequest.Stop;
        }
    }

    public void Save(TrainingCheckpoint checkpoint)
    {
        checkpoints.Start(checkpoint);
        clock.Switch(Working);
    }

    public void Record(MetricRecord point)
    {
        metrics.Add(point);
        if (point.ViewsPerSecond > 0 && double.IsFinite(point.ViewsPerSecond)) WorkerMeter.ViewsPerSecond(slot, point.ViewsPerSecond);
    }

    public void Progress(RoundProgress progress) => keeper.Progress = progress;
}
