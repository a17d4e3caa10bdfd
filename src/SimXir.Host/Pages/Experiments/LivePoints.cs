using SimXir.Experiments;
using SimXir.Grid;

namespace SimXir.Host.Pages;

/// <summary>What a running round has told since its measurements were last stored, which happens with each checkpoint: a curve need not wait for it.</summary>
internal sealed class LivePoints
{
    private const int Most = 500;
    private readonly List<(long Step, double? Loss, double Speed)> _points = [];
    private RoundKey _round;

    public void Take(RoundView round)
    {
        if (round.Key != _round) _points.Clear();
        _round = round.Key;
        if (round is not { Status: RoundStatus.Leased, Progress: { Step: > 0 } progress }) return;
        var step = progress.Step - 1; // finished steps; a curve names the step
        _points.RemoveAll(point => point.Step >= step);
        _points.Add((step, progress.Loss, progress.ViewsPerSecond));
        if (_points.Count > Most) _points.RemoveAt(0);
    }

    /// <summary>The stored curves, and behind them what is newer.</summary>
    public IReadOnlyList<Curve> Beyond(IReadOnlyList<Curve> stored)
    {
        if (_points.Count == 0) return stored;
        var curves = stored.ToList();
        Extend(curves, "loss", _points.Where(point => point.Loss is { } loss && double.IsFinite(loss)).Select(point => new StepValue(point.Step, point.Loss!.Value)));
        Extend(curves, "viewsPerSecond", _points.Where(point => double.IsFinite(point.Speed)).Select(point => new StepValue(point.Step, point.Speed)));
        return curves;
    }

    private static void Extend(List<Curve> curves, string measure, IEnumerable<StepValue> points)
    {
        var at = curves.FindIndex(curve => curve.Measure == measure);
        var known = at < 0 ? new Curve(measure, 0, []) : curves[at];
        var newer = points.Where(point => known.Points.IsEmpty || point.Step > known.Points[^1].Step).ToArray();
        if (newer.Length == 0) return;
        var longer = new Curve(measure, known.Measured + newer.Length, [.. known.Points, .. newer]);
        if (at < 0) curves.Add(longer);
        else curves[at] = longer;
    }
}
