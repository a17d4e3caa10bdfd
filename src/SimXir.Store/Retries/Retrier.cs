using System.Globalization;
using System.Runtime.CompilerServices;
using Polly;

namespace SimXir.Store;

/// <summary>Runs store operations through a retry pipeline, and says in the end how often and how long it tried.</summary>
internal sealed class Retrier(ResiliencePipeline pipeline, string store, TimeProvider time)
{
    public async Task<T> DoAsync<T>(string name, Func<Tries, CancellationToken, Task<T>> call, CancellationToken cancellation, [CallerMemberName] string operation = "")
    {
        var tries = new Tries();
        var started = time.GetTimestamp();
        try
        {
            var result = await pipeline.ExecuteAsync(token => new ValueTask<T>(TryAsync(tries, call, operation, token)), cancellation);
            StoreMeter.Done(operation, time.GetElapsedTime(started));
            return result;
        }
        catch (Exception fault) when (StoreRetry.IsTransient(fault) && !cancellation.IsCancellationRequested)
        {
            StoreMeter.GaveUp(operation);
            throw GaveUp(name, tries, time.GetElapsedTime(started), fault);
        }
    }

    private static async Task<T> TryAsync<T>(Tries tries, Func<Tries, CancellationToken, Task<T>> call, string operation, CancellationToken token)
    {
        tries.Count++;
        try
        {
            return await call(tries, token);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            tries.Fault = fault;
            StoreMeter.Failed(operation);
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
