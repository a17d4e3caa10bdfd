using System.Globalization;
using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Store;

namespace SimXir.Host;

/// <summary>Why a whole sweep stands where it stands, from what was seen of it: of thousands of experiments only those that have not ended are asked again.</summary>
internal sealed class SweepNews(IObjectStore store)
{
    /// <summary>Lines of the log, the newest ones.</summary>
    public const int Most = 200;
    private readonly GrainRecords _grains = new(store);
    private readonly SweepStore _sweeps = new(store);

    public async Task<WhyView> TellAsync(SweepSnapshot sweep, CancellationToken cancellation)
    {
        var state = await _grains.SweepAsync(sweep.Sweep, cancellation);
        var hold = SweepHold.Of(state, await _sweeps.ReadWishAsync(sweep.Sweep, cancellation));
        var open = sweep.Experiments.Where(experiment => experiment.Status.State is not (CellState.Completed or CellState.Diverged)).ToArray();
        var answer = await new WhyAnswer(store, _grains).TellAsync(
            sweep.Plan with { Experiments = [.. open.Select(experiment => experiment.Plan)] }, new CellAddress(sweep.Sweep, null, null), hold, cancellation);
        var ended = sweep.Experiments.Length - open.Length;
        return new WhyView(ended == 0 ? answer : [.. answer, string.Create(CultureInfo.InvariantCulture, $"  {ended} of {sweep.Experiments.Length} experiments are done")], Log(sweep, state));
    }

    private static IReadOnlyList<string> Log(SweepSnapshot sweep, SweepState? state)
    {
        var entries = sweep.Experiments.SelectMany(experiment => experiment.Log.Select(entry => (entry.At, Id: (ExperimentId?)experiment.Id, entry.Text)))
            .Concat((state?.Log ?? []).Select(entry => (entry.At, Id: (ExperimentId?)null, entry.Text)));
        return [.. entries.OrderByDescending(entry => entry.At).Take(Most).Reverse().Select(entry => string.Create(
            CultureInfo.InvariantCulture, $"{entry.At:yyyy-MM-dd HH:mm:ss.fff}Z  {(entry.Id is { } id ? string.Create(CultureInfo.InvariantCulture, $"{id.Dataset}/{id.Method}/{id.Seed}") : "sweep")}: {entry.Text}"))];
    }
}
