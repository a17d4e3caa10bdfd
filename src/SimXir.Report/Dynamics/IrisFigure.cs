using SimXir.Dynamics;

namespace SimXir.Report;

/// <summary>Figure 3: clustering accuracy on Iris against the steps of averaging, in both readings of its caption.</summary>
public static class IrisFigure
{
    /// <param name="averaged">(T + 1): k-means on the averaged points.</param>
    /// <param name="propagated">(T + 1): k-means first, its labels averaged.</param>
    public static Figure Of(IReadOnlyList<double> averaged, IReadOnlyList<double> propagated)
    {
        var panel = PlotStyle.Panel($"Iris, neighbours within {IrisExperiment.Radius.ToString(System.Globalization.CultureInfo.InvariantCulture)}", "step t", "clustering accuracy (%)");
        Draw(0, "k-means on averaged points", averaged);
        Draw(1, "averaged labels of k-means", propagated);
        panel.Axes.SetLimitsY(88, 98);
        panel.ShowLegend(ScottPlot.Alignment.LowerRight);
        return new Figure("iris", "Clustering accuracy on Iris after each step of neighbour averaging, in both readings of the paper's Figure 3.", PlotSize.Single, [panel]);

        void Draw(int series, string name, IReadOnlyList<double> accuracies) =>
            panel.Line(series, name, [.. accuracies.Index().Select(pair => (double)pair.Index)], [.. accuracies.Select(accuracy => 100 * accuracy)]);
    }
}
