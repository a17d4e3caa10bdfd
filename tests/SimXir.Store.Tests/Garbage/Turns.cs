namespace SimXir.Store.Tests;

/// <summary>Lets several actors do one operation at a time: whenever all of them wait, the next is drawn from a seed.</summary>
internal sealed class Turns(ulong seed)
{
    private readonly Lock _gate = new();
    private readonly List<TaskCompletionSource> _waiting = [];
    private int _actors;
    private ulong _drawn = seed;

    /// <summary>The next number of the seed's sequence, below <paramref name="end"/>.</summary>
    public int Draw(int end)
    {
        _drawn += 0x9E3779B97F4A7C15;
        var mixed = (_drawn ^ (_drawn >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)((mixed ^ (mixed >> 31)) % (ulong)end);
    }

    public async Task RunAsync(params Func<Task>[] actors)
    {
        _actors = actors.Length;
        await Task.WhenAll(actors.Select(actor => Task.Run(async () =>
        {
            try
            {
                await actor();
            }
            finally
            {
                lock (_gate)
                {
                    _actors--;
                    Grant();
                }
            }
        })));
    }

    /// <summary>Waits for this actor's turn; outside of <see cref="RunAsync"/> it is at once.</summary>
    public Task TakeAsync()
    {
        lock (_gate)
        {
            if (_actors == 0) return Task.CompletedTask;
            var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add(turn);
            Grant();
            return turn.Task;
        }
    }

    private void Grant()
    {
        if (_waiting.Count < Math.Max(1, _actors)) return;
        var next = Draw(_waiting.Count);
        var turn = _waiting[next];
        _waiting.RemoveAt(next);
        turn.SetResult();
    }
}
