using SimXir.Store;

namespace SimXir.Worker;

/// <summary>Waits out a store that is gone for minutes: what an attempt has trained is worth it.</summary>
public sealed class StoreOutage(AttemptSignals signals, TimeProvider time)
{
    /// <summary>How long a store may be gone before an attempt gives up.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Makes a call that may be repeated, until the store answers it.</summary>
    /// <exception cref="StoreException">The store was gone for too long, or its fault is none that passes.</exception>
    public async Task<T> WaitOutAsync<T>(Func<Task<T>> call)
    {
        var since = time.GetTimestamp();
        while (true)
        {
            try
            {
                return await call();
            }
            catch (StoreException fault) when (fault.IsTransient && signals.Current is AttemptSignal.None or AttemptSignal.Yield && time.GetElapsedTime(since) < Longest)
            {
                await Task.Delay(Pause, time); // then it is tried again
            }
        }
    }

    /// <inheritdoc cref="WaitOutAsync{T}"/>
    public Task WaitOutAsync(Func<Task> call) => WaitOutAsync(async () =>
    {
        await call();
        return true;
    });
}
