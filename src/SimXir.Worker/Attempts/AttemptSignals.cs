namespace SimXir.Worker;

/// <summary>The one word between those who may stop an attempt and its training thread.</summary>
public sealed class AttemptSignals
{
    private int _signal;

    public AttemptSignal Current => (AttemptSignal)Volatile.Read(ref _signal);

    /// <summary>Raises the signal; a weaker one than the current changes nothing.</summary>
    public void Raise(AttemptSignal signal)
    {
        int seen;
        while ((seen = Volatile.Read(ref _signal)) < (int)signal && Interlocked.CompareExchange(ref _signal, (int)signal, seen) != seen)
        {
        }
    }
}
