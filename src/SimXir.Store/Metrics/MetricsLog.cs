using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SimXir.Experiments;

namespace SimXir.Store;

/// <summary>The measurements and logs of a round's attempts: <c>rounds/KEY/attempts/FENCE/metrics.jsonl</c> and <c>log.txt</c>.</summary>
public sealed class MetricsLog(IObjectStore store)
{
    /// <summary>Begins the round's first attempt: its start is written with its first measurements, since there are none that it voids.</summary>
    public AttemptWriter Begin(RoundKey key, long fence, DateTimeOffset at) =>
        new(new AppendLog(store, RoundNames.Metrics(key, fence), Start(fromStep: 0, at)), new AppendLog(store, RoundNames.Log(key, fence)));

    /// <summary>Begins an attempt that does its first step at <paramref name="fromStep"/>: the steps finished at its checkpoint.</summary>
    public async Task<AttemptWriter> BeginAsync(
        RoundKey key, long fence, long fromStep, DateTimeOffset at, CancellationToken cancellation = default)
    {
        var metrics = new AppendLog(store, RoundNames.Metrics(key, fence));
        await metrics.AppendAsync(Start(fromStep, at), cancellation);
        return new AttemptWriter(metrics, new AppendLog(store, RoundNames.Log(key, fence)));
    }

    /// <summary>All attempts in one curve without gap or double: each attempt, in the order of fences, voids what earlier ones measured
    /// at or after its first step, also where they wrote on after it had begun.</summary>
    public async Task<MetricCurve> ReadAsync(RoundKey key, CancellationToken cancellation = default)
    {
        var points = new List<MetricPoint>();
        var unreadable = 0;
        foreach (var fence in await FencesAsync(key, cancellation))
        {
            if (await store.OpenReadAsync(RoundNames.Metrics(key, fence), cancellation) is not { } stream) continue;
            using var reader = new StreamReader(stream, Encoding.UTF8);
            while (await reader.ReadLineAsync(cancellation) is { } line)
            {
                if (line.Contains("\"fromStep\"", StringComparison.Ordinal) && MetricLines.TryParse<AttemptStart>(line) is { } start)
                    points.RemoveAll(point => point.Step >= start.FromStep);
                else if (MetricLines.TryParse<MetricPoint>(line) is { } point) points.Add(point);
                else unreadable++;
            }
        }

        return new MetricCurve([.. points.OrderBy(point => point.Step)], unreadable);
    }

    /// <summary>The text that an attempt logged; empty if it logged nothing.</summary>
    public async Task<string> ReadLogAsync(RoundKey key, long fence, CancellationToken cancellation = default) =>
        await store.ReadAsync(RoundNames.Log(key, fence), cancellation) is { } found ? Encoding.UTF8.GetString(found.Content.Span) : "";

    /// <summary>The fences of the attempts that wrote anything, in their order.</summary>
    public async Task<ImmutableArray<long>> FencesAsync(RoundKey key, CancellationToken cancellation = default)
    {
        var prefix = RoundNames.Attempts(key);
        var fences = new SortedSet<long>();
        await foreach (var found in store.ListAsync(prefix, cancellation))
        {
            if (long.TryParse(found.Name[prefix.Length..].Split('/')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var fence)) fences.Add(fence);
        }

        return [.. fences];
    }

    private static byte[] Start(long fromStep, DateTimeOffset at) => MetricLines.Write([new AttemptStart(fromStep, at)]);
}
