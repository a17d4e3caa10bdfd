using System.Text;
using SimXir.Experiments;
using SimXir.Store;

namespace SimXir.Host;

/// <summary>Whose end has been told, as the store remembers it: <c>webhooks/told/SWEEP.SUBMISSION</c>.</summary>
internal sealed class ToldSweeps(IObjectStore store)
{
    private const string Begun = "webhooks/begun";
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>The first time on a store: what ended before there was a webhook is nobody's news. True where that was now.</summary>
    public async Task<bool> BeginAsync(IEnumerable<(SweepId Sweep, int Submission)> ended, CancellationToken cancellation)
    {
        if (_known.Contains(Begun) || await store.FindAsync(Begun, cancellation) is not null)
        {
            _known.Add(Begun);
            return false;
        }
        foreach (var (sweep, submission) in ended) await AddAsync(sweep, submission, cancellation);
        await store.CreateAsync(Begun, Encoding.UTF8.GetBytes("1"), cancellation);
        return true;
    }

    public async Task<bool> HasAsync(SweepId sweep, int submission, CancellationToken cancellation)
    {
        var name = NameOf(sweep, submission);
        if (_known.Contains(name)) return true;
        return await store.FindAsync(name, cancellation) is not null && _known.Add(name);
    }

    public async Task AddAsync(SweepId sweep, int submission, CancellationToken cancellation)
    {
        var name = NameOf(sweep, submission);
        await store.CreateAsync(name, Encoding.UTF8.GetBytes("1"), cancellation);
        _known.Add(name);
    }

    private static string NameOf(SweepId sweep, int submission) => FormattableString.Invariant($"webhooks/told/{sweep}.{submission}");
}
