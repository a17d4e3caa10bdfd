using System.Globalization;

namespace SimXir.Host;

/// <summary>Tells a connection over which nothing comes from one that is slow: each call has its own time.</summary>
internal sealed class Stall(TimeSpan longest, TimeProvider time, CancellationToken cancellation) : IDisposable
{
    private readonly CancellationTokenSource _end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);

    /// <exception cref="InterruptedDownloadException">Nothing came in time, or the connection broke.</exception>
    public async Task<T> GuardAsync<T>(Func<CancellationToken, Task<T>> call)
    {
        try
        {
            return await call(_end.Token).WaitAsync(longest, time, cancellation);
        }
        catch (TimeoutException fault)
        {
            await _end.CancelAsync(); // this connection is not used again
            throw new InterruptedDownloadException(string.Create(CultureInfo.InvariantCulture, $"nothing came for {longest.TotalSeconds:0.#} s"), cause: fault);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            throw new InterruptedDownloadException(fault.Message.TrimEnd('.'), cause: fault);
        }
    }

    public void Dispose() => _end.Dispose();
}
