using System.Globalization;
using System.Text;
using SimXir.Dynamics;
using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>Whether fine-tuning contracts and alienates, in numbers.</summary>
public static class EncoderText
{
    /// <param name="title">What was measured, in a line.</param>
    /// <param name="studies">One or more.</param>
    public static string Of(string title, IReadOnlyList<EncoderStudy> studies)
    {
        var text = new StringBuilder(title).Append('\n');
        foreach (var study in studies)
        {
            text.Append('\n').Append(study.Experiment).Append('\n');
            foreach (var block in study.Rows.GroupBy(row => (row.Grouping, row.Geometry)))
            {
                var baseline = block.First();
                text.Append(CultureInfo.InvariantCulture, $"{Title(block.Key.Grouping)}, {baseline.Groups} groups, {(block.Key.Geometry == Geometry.Spherical ? "l2-normalised" : "as they are")}\n");
                text.Append(TextColumns.Of([Head, .. block.Select(row => Row(row, baseline))]));
            }
            foreach (var note in study.Notes) text.Append(note).Append('\n');
        }
        text.Append("\ndiameter: of a group, averaged (contraction makes it smaller); distance: of a group to the nearest other,\naveraged (alienation makes it larger); ");
        return text.Append("within, between: mean squared distance of two points of a group,\nof two groups; drift: the largest way of a group mean from the baseline's. In brackets: against the baseline.\n").ToString();
    }

    private static string[] Head => ["", "diameter", "distance", "within", "between", "within/between", "drift", "contracts", "alienates"];

    private static string[] Row(EncoderMeasures row, EncoderMeasures baseline) =>
    [
        "  " + SpecWords.Of(row.Treatment), Number(row.Diameter, baseline.Diameter), Number(row.Distance, baseline.Distance), Number(row.Within, baseline.Within),
        Number(row.Between, baseline.Between), Number(row.Ratio, baseline.Ratio), row.Drift.ToString("G3", CultureInfo.InvariantCulture),
        row == baseline ? "" : YesOrNo(row.Diameter < baseline.Diameter), row == baseline ? "" : YesOrNo(row.Distance > baseline.Distance),
    ];

    private static string YesOrNo(bool answer) => answer ? "yes" : "no";

    private static string Title(Grouping grouping) => grouping == Grouping.Classes ? "By class" : "By neighbour-connected group of the views";

    private static string Number(double value, double baseline)
    {
        var change = value == baseline || baseline == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"({100 * (value / baseline - 1):+0.0;-0.0;0.0}%)");
        return string.Create(CultureInfo.InvariantCulture, $"{value,7:G4} {change,8}");
    }
}
