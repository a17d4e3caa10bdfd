using SimXir.Experiments;
using SimXir.Store;

namespace SimXir.Host;

/// <summary>Reads what a round measured.</summary>
internal sealed class CurveLook(IObjectStore store)
{
    public const int FewestPoints = 3;
    public const int MostPoints = 2000;

    private static readonly (string Name, Func<MetricPoint, double?> Of)[] Measures =
    [
        ("loss", point => point.Loss),
        ("knn", point => point.Knn),
        ("featureSpread", point => point.FeatureSpread),
        ("learningRate", point => point.LearningRate),
        ("viewsPerSecond", point => point.ViewsPerSecond),
    ];

    private readonly MetricsLog _log = new(store);

    /// <summary>Its measures, each with <paramref name="most"/> points at most; those that were never measured are left out.</summary>
    public async Task<IReadOnlyList<Curve>> ReadAsync(RoundKey round, int most, CancellationToken cancellation)
    {
        var all = await _log.ReadAsync(round, cancellation);
        return [.. Measures.Select(measure => Of(measure.Name, all, measure.Of, most)).Where(curve => curve.Measured > 0)];
    }

    private static Curve Of(string name, MetricCurve all, Func<MetricPoint, double?> of, int most)
    {
        var points = all.Points.Where(point => of(point) is { } value && double.IsFinite(value)).Select(point => new StepValue(point.Step, of(point)!.Value)).ToArray();
        return new Curve(name, points.Length, Downsampling.Keep(points, most));
    }
}
