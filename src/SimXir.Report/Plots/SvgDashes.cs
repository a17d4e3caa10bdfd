using System.Globalization;
using ScottPlot;

namespace SimXir.Report;

/// <summary>
/// Dashed lines in SVG files. Skia's SVG canvas knows no dashes: it draws each as a shape of its own, and complains of it on the standard
/// error stream. So dashed lines are drawn solid while this lives, each in a width that no other line has, and those widths become SVG's own
/// dashes afterwards.
/// </summary>
internal sealed class SvgDashes : IDisposable
{
    private readonly (IHasLine Line, float Width, LinePattern Pattern)[] _dashed;

    public SvgDashes(IEnumerable<IPlottable> plottables)
    {
        _dashed = [.. plottables.OfType<IHasLine>().Where(line => line.LinePattern.Intervals.Length > 0 && line.LineWidth > 0)
            .Select(line => (line, line.LineWidth, line.LinePattern))];
        foreach (var (i, (line, _, _)) in _dashed.Index()) (line.LineWidth, line.LinePattern) = (Mark(i), LinePattern.Solid);
    }

    /// <summary>Puts width and dashes of each line where its mark is.</summary>
    /// <param name="svg">What was drawn meanwhile.</param>
    public string WriteInto(string svg)
    {
        foreach (var (i, (_, width, pattern)) in _dashed.Index())
        {
            var dashes = string.Join(' ', pattern.Intervals.Select(interval => interval.ToString(CultureInfo.InvariantCulture)));
            svg = svg.Replace(
                string.Create(CultureInfo.InvariantCulture, $"stroke-width=\"{Mark(i)}\""),
                string.Create(CultureInfo.InvariantCulture, $"stroke-width=\"{width}\" stroke-dasharray=\"{dashes}\""),
                StringComparison.Ordinal);
        }
        return svg;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (line, width, pattern) in _dashed) (line.LineWidth, line.LinePattern) = (width, pattern);
    }

    /// <summary>Near a line's usual width, and exact in binary, so that it is written with these digits.</summary>
    private static float Mark(int line) => 1.5f + (line + 1) / 1024f;
}
