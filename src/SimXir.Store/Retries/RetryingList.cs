namespace SimXir.Store;

/// <summary>A list that begins again after a fault and goes on behind the last name that it told.</summary>
internal sealed class RetryingList(IObjectStore store, string prefix, Retrier retrier) : IAsyncDisposable
{
    private IAsyncEnumerator<ObjectInfo>? _list;
    private CancellationTokenSource? _stop;
    private string? _last;

    /// <summary>The next object, or null at the end.</summary>
    public async Task<ObjectInfo?> NextAsync(CancellationToken cancellation)
    {
        var found = await retrier.DoAsync(prefix, (_, token) => TryNextAsync(token), cancellation);
        _last = found?.Name;
        return found;
    }

    public async ValueTask DisposeAsync()
    {
        if (_list is not null) await _list.DisposeAsync();
        _list = null;
        _stop?.Dispose();
    }

    private async Task<ObjectInfo?> TryNextAsync(CancellationToken cancellation)
    {
        if (_list is null)
        {
            _stop?.Dispose();
            _stop = new CancellationTokenSource();
            _list = store.ListAsync(prefix, _stop.Token).GetAsyncEnumerator(_stop.Token);
        }

        // The list outlives this try, so it has a token of its own, which the try's token reaches only as long as the try runs.
        await using var linked = cancellation.Register(static stop => ((CancellationTokenSource)stop!).Cancel(), _stop);
        try
        {
            while (await _list.MoveNextAsync())
            {
                if (_last is null || string.CompareOrdinal(_list.Current.Name, _last) > 0) return _list.Current;
            }

            return null;
        }
        catch
        {
            await _list.DisposeAsync();
            _list = null;
            cancellation.ThrowIfCancellationRequested();
            throw;
        }
    }
}
