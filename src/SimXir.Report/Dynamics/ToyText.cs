using System.Globalization;
using System.Text;
using SimXir.Dynamics;

namespace SimXir.Report;

/// <summary>Figures 4 and 5 in numbers.</summary>
public static class ToyText
{
    /// <param name="options">What was run.</param>
    /// <param name="toy">Its points.</param>
    /// <param name="runs">Its geometries.</param>
    public static string Of(ToyOptions options, FourGroups toy, IReadOnlyList<ToyRun> runs)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"Four {(options.Overlap ? "intersecting" : "disjoint")} groups of {options.PointsPerGroup} points, eps {options.Eps}, seed {options.Seed}\n"));
        foreach (var run in runs)
        {
            text.Append('\n').Append(run.Geometry == Geometry.Spherical ? "On the sphere (eq. 4.2)\n" : "Unconstrained (eq. 2.4)\n");
            text.Append(TextColumns.Of([Head, .. run.Snapshots.Keys.Select(t => Row(run, t))]));
        }
        if (toy.ConnectedGroups == 1) text.Append("\nBy definition 4.1 these inputs are one neighbour-connected group: unconstrained, theorem 4.3 brings all to one point.\n");
        return text.Append("\ndiameter: the largest of the groups'; distance: the smallest between two groups; within, between: mean squared\ndistance of two points; drift: how far the mean that moved most is from where it began\n").ToString();
    }

    private static string[] Head => ["t", "diameter", "distance", "within", "between", "drift"];

    private static string[] Row(ToyRun run, int t)
    {
        var measures = run.Measures[t];
        return [t.ToString(CultureInfo.InvariantCulture), Number(measures.Diameter), Number(measures.Distance!.Value), Number(measures.Within), Number(measures.Between!.Value), Number(run.Drift(t))];
    }

    private static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
