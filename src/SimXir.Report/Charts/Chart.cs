using System.Collections.Immutable;

namespace SimXir.Report;

/// <summary>A figure with its legend.</summary>
/// <param name="Figure">What is drawn.</param>
/// <param name="Legend">Null where the figure has one series, or names them itself.</param>
internal sealed record Chart(Figure Figure, Figure? Legend)
{
    /// <summary>CSS pixels of a panel that stands among others.</summary>
    private const int PanelWidth = 250, PanelHeight = 200;

    /// <param name="name">Of the file, without its ending.</param>
    /// <param name="caption">What there is to see.</param>
    /// <param name="series">What the panels' series are; empty for no legend.</param>
    /// <param name="panels">Row by row.</param>
    /// <param name="columns">Panels in a row.</param>
    public static Chart Grid(string name, string caption, IReadOnlyList<string> series, ImmutableArray<ScottPlot.Plot> panels, int columns)
    {
        var rows = (panels.Length + columns - 1) / columns;
        return new Chart(
            new Figure(name, caption, new PlotSize(columns * PanelWidth, rows * PanelHeight), panels, columns),
            series.Count == 0 ? null : LegendStrip.Of(name, series));
    }

    /// <summary>How a treatment is named in a legend.</summary>
    public static string Named(Experiments.Treatment treatment) => $"{Experiments.SpecWords.Of(treatment)} {Mark.Of(treatment)}".TrimEnd();
}
