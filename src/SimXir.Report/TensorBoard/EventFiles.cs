using System.Collections.Immutable;
using System.Globalization;
using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>Curves as event files that TensorBoard reads: a run for each stage of each experiment, a scalar for each kind of measurement.</summary>
public static class EventFiles
{
    /// <summary>The files, each with its path below the folder that TensorBoard is pointed at, with forward slashes. The same curve always gets the
    /// same name, so that an export that is repeated replaces it.</summary>
    public static IEnumerable<(string Path, byte[] Content)> Of(ImmutableArray<StageCurve> curves) => curves.Where(curve => !curve.Points.IsEmpty).Select(curve => (PathOf(curve), Write(curve)));

    private static string PathOf(StageCurve curve)
    {
        var (_, dataset, method, seed) = curve.Experiment;
        var stage = curve.Stage.Replace(' ', '-');
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{dataset}/{method}/seed-{seed}/{stage}/events.out.tfevents.{curve.Points[0].At.ToUnixTimeSeconds()}.simxir");
    }

    private static byte[] Write(StageCurve curve)
    {
        using var file = new MemoryStream();
        TfRecords.Append(file, EventMessage.Version(curve.Points[0].At));
        foreach (var point in curve.Points)
        {
            (string Tag, double? Value)[] scalars =
            [
                ("epoch", point.Epoch),
                ("loss", point.Loss),
                ("learning_rate", point.LearningRate),
                ("knn", point.Knn),
                ("feature_spread", point.FeatureSpread),
                ("views_per_second", point.ViewsPerSecond),
            ];
            TfRecords.Append(file, EventMessage.Scalars(point.At, point.Step, scalars.Where(scalar => scalar.Value is not null).Select(scalar => (scalar.Tag, scalar.Value!.Value))));
        }
        return file.ToArray();
    }
}
