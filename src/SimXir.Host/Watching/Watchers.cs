using System.Collections.Immutable;

namespace SimXir.Host;

/// <summary>Those who want to be told; while there is one, something works for them.</summary>
internal sealed class Watchers<T> : IDisposable
{
    private readonly Lock _gate = new();
    private ImmutableList<Action<T>> _all = [];
    private CancellationTokenSource? _work;

    public bool Any => !_all.IsEmpty;

    /// <param name="tell">Is told; it must not block.</param>
    /// <param name="work">Begins with the first watcher and is cancelled when the last has gone.</param>
    public IDisposable Add(Action<T> tell, Func<CancellationToken, Task> work)
    {
        lock (_gate)
        {
            _all = _all.Add(tell);
            if (_work is null)
            {
                var source = _work = new CancellationTokenSource();
                _ = Task.Run(() => work(source.Token), CancellationToken.None);
            }
        }
        return new Ticket(() => Remove(tell));
    }

    public void Tell(T news)
    {
        foreach (var watcher in _all) watcher(news);
    }

    public void Dispose() => End();

    private void Remove(Action<T> tell)
    {
        lock (_gate)
        {
            _all = _all.Remove(tell);
            if (_all.IsEmpty) End();
        }
    }

    private void End()
    {
        lock (_gate)
        {
            _work?.Cancel();
            _work?.Dispose();
            _work = null;
        }
    }

    private sealed class Ticket(Action leave) : IDisposable
    {
        private Action? _leave = leave;

        public void Dispose() => Interlocked.Exchange(ref _leave, null)?.Invoke();
    }
}
