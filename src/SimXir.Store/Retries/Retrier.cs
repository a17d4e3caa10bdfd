using System.Globalization;
using Polly;

namespace SimXir.Store;

/// <summary>Runs store operations through a retry pipeline, and says in the end how often and how long it tried.</summary>
internal sealed class Retrier(ResiliencePipeline pipeline, string store, TimeProvider time)
{
    public async Task<T> DoAsync<T>(string name, Func<Tries, CancellationToken, Task<T>> call, CancellationToken cancellation)
    {
        var tries = new Tries();
        var started = time.GetTimestamp();
        try
        {
            return await pipeline.ExecuteAsync(token => new ValueTask<T>(TryAsync(tries, call, token)), cancellation);
        }
        catch (Exception fault) when (StoreRetry.IsTransient(fault) && !cancellation.IsCancellationRequested)
        {
            throw GaveUp(name, tries, time.GetElapsedTime(started), fault);
        }
    }

    private static async Task<T> TryAsync<T>(Tries tries, Func<Tries, CancellationToken, Task<T>> call, CancellationToken token)
    {
        tries.Count++;
        try
        {
            return await call(tries, token);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            tries.Fault = fault;
            throw;
        }
    }

    private StoreException GaveUp(string name, Tries tries, TimeSpan took, Exception fault)
    {
        var cause = tries.Fault switch
        {
            StoreException known => known.Message,
            null => $"store '{store}': '{name}' cannot be read or written: it did not answer in time; see that it is running",
            var other => $"store '{store}': '{name}' cannot be read or written: {other.Message}",
        };
        var effort = string.Create(CultureInfo.InvariantCulture, $"tried {tries.Count} times in {took.TotalSeconds:0.#} s");
        return new StoreException($"{cause} ({effort})", tries.Fault ?? fault, isTransient: true);
    }
}
