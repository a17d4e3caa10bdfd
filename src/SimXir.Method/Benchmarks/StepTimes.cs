using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>A host that times the steps of a round and stops it when there are enough.</summary>
/// <param name="warmUp">Steps that do not count.</param>
/// <param name="steps">Steps that count.</param>
/// <param name="time">Measures.</param>
internal sealed class StepTimes(int warmUp, int steps, TimeProvider time) : IRoundHost
{
    private readonly List<double> _seconds = new(steps);
    private int _done;
    private long _last;
    private long _allocated;

    /// <summary>Of the steps that count; all that lies between two steps is in them.</summary>
    public IReadOnlyList<double> Seconds => _seconds;

    /// <summary>Managed bytes that one step allocates on all threads, on average.</summary>
    public double BytesPerStep { get; private set; }

    public StepRequest AfterStep()
    {
        if (_done > warmUp) _seconds.Add(time.GetElapsedTime(_last).TotalSeconds);
        if (_done == warmUp) _allocated = GC.GetTotalAllocatedBytes(precise: true);
        if (_done == warmUp + steps) BytesPerStep = (double)(GC.GetTotalAllocatedBytes(precise: true) - _allocated) / steps;
        _last = time.GetTimestamp();
        return _done++ < warmUp + steps ? StepRequest.Continue : StepRequest.Stop;
    }

    public void Save(TrainingCheckpoint checkpoint)
    {
    }

    public void Record(MetricRecord point)
    {
    }

    public void Progress(RoundProgress progress)
    {
    }
}
