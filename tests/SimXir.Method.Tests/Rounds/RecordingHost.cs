using SimXir.Experiments;

namespace SimXir.Method.Tests;

/// <summary>A host that keeps what it is told, and asks for something after one step.</summary>
/// <param name="at">After which step, counted from 1; 0 for never.</param>
/// <param name="request">What it asks for then.</param>
internal sealed class RecordingHost(int at = 0, StepRequest request = StepRequest.CheckpointAndStop) : IRoundHost
{
    public int Asked { get; private set; }

    public List<TrainingCheckpoint> Saved { get; } = [];

    public List<MetricRecord> Metrics { get; } = [];

    public List<RoundProgress> Reports { get; } = [];

    /// <summary>Called after every step.</summary>
    public Action<int>? OnStep { get; init; }

    public StepRequest AfterStep()
    {
        Asked++;
        OnStep?.Invoke(Asked);
        return Asked == at ? request : StepRequest.Continue;
    }

    public void Save(TrainingCheckpoint checkpoint) => Saved.Add(checkpoint);

    /// <summary>The speed is the one thing that differs between equal runs.</summary>
    public void Record(MetricRecord point) => Metrics.Add(point with { ViewsPerSecond = 0 });

    public void Progress(RoundProgress progress) => Reports.Add(progress);
}
