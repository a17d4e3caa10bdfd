using ScottPlot;
using ScottPlot.TickGenerators;
using SimXir.Dynamics;
using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>Contraction and alienation of learned representations: l2-normalised, so that encoders can be compared.</summary>
public static class EncoderFigure
{
    /// <param name="studies">One line each.</param>
    public static Figure Of(IReadOnlyList<EncoderStudy> studies)
    {
        var grouped = new[] { Grouping.Views, Grouping.Classes };
        Plot[] panels = [.. grouped.SelectMany(grouping => new[] { Panel(grouping, "diameter", row => row.Diameter), Panel(grouping, "distance", row => row.Distance) })];
        panels[1].ShowLegend(Alignment.UpperRight);
        return new Figure("encoder", "Diameters of groups, and distances between them, before and after fine-tuning, on the unit sphere.", new PlotSize(860, 640), panels, columns: 2);

        Plot Panel(Grouping grouping, string what, Func<EncoderMeasures, double> value)
        {
            var panel = PlotStyle.Panel(grouping == Grouping.Views ? $"{what}, groups of views" : $"{what}, classes");
            var named = grouping == Grouping.Views && what == "distance"; // one legend for all panels
            var most = 0.0;
            foreach (var (i, study) in studies.Index())
            {
                var rows = study.Rows.Where(row => row.Grouping == grouping && row.Geometry == Geometry.Spherical).ToArray();
                if (rows.Length == 0) continue; // nothing of it is finished
                most = rows.Select(value).Append(most).Max();
                panel.Line(i, named ? study.Experiment.ToString() : "", [.. rows.Select(row => (double)row.Treatment)], [.. rows.Select(value)]).MarkerSize = 8;
            }
            var treatments = Enum.GetValues<Treatment>();
            panel.Axes.Bottom.TickGenerator = new NumericManual([.. treatments.Select(treatment => (double)treatment)], [.. treatments.Select(SpecWords.Of)]);
            panel.Axes.SetLimits(-0.5, treatments.Length - 0.5, 0, most > 0 ? 1.3 * most : 1);
            return panel;
        }
    }
}
