using System.Collections.Concurrent;
using System.Text;
using SimXir.Experiments;

namespace SimXir.Store;

/// <summary>Marks: follows the references from sweeps and imports to rounds, and from rounds to parts.</summary>
internal sealed class LiveReading(IObjectStore store)
{
    private const int AtOnce = 16;
    private readonly SweepStore _sweeps = new(store);
    private readonly ImportStore _imports = new(store);
    private readonly RoundStore _rounds = new(store);

    /// <summary>Throws <see cref="CorruptRecordException"/> for a record that might refer to anything.</summary>
    /// <param name="young">Rounds that were written to within the grace period, whoever wants them.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public async Task<LiveSet> ReadAsync(IEnumerable<string> young, CancellationToken cancellation)
    {
        var live = new LiveSet();
        live.Rounds.UnionWith(young);
        foreach (var sweep in await _sweeps.ListAsync(cancellation))
        {
            if (await _sweeps.ReadPlanAsync(sweep, cancellation) is not { } plan) continue; // deleted since it was listed
            live.Sweeps.Add(sweep.Value);
            live.Experiments.UnionWith(plan.Experiments.Select(experiment => experiment.Id.ToString()));
            live.Rounds.UnionWith(plan.Experiments.SelectMany(experiment => experiment.Rounds).Select(round => round.Key.Value));
        }

        foreach (var name in await _imports.ListAsync(cancellation))
        {
            if (await _imports.ReadAsync(name, cancellation) is { } import) live.Rounds.Add(import.Key.Value);
        }

        live.Parts.UnionWith(await PartsAsync(live.Rounds, cancellation));
        return live;
    }

    private async Task<IEnumerable<string>> PartsAsync(IEnumerable<string> rounds, CancellationToken cancellation)
    {
        var parts = new ConcurrentBag<string>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForEachAsync(rounds, options, async (key, token) =>
        {
            foreach (var part in await PartsAsync(new RoundKey(key), token)) parts.Add(PartName.Of(part));
        });
        return parts;
    }

    /// <summary>All that head and manifest refer to; also a manifest that is prepared and not written yet, since it decides the round.</summary>
    private async Task<IEnumerable<PartRef>> PartsAsync(RoundKey key, CancellationToken cancellation)
    {
        var head = await _rounds.ReadHeadAsync(key, cancellation);
        var written = await _rounds.ReadManifestAsync(key, help: false, cancellation);
        IEnumerable<PartRef> parts = written is null ? [] : written.Manifest.Parts.Values;
        if (head is null) return parts;
        parts = parts.Concat(HeadParts.Of(head));
        if (head.PreparedText is not { } text || written?.Content == head.Prepared) return parts;
        var name = RoundNames.Head(key);
        return parts.Concat(JsonRecords.Parse<RoundManifest>(new StoredObject(Encoding.UTF8.GetBytes(text), ""), store, name).Parts.Values);
    }
}
