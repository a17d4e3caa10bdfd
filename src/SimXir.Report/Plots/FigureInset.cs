using ScottPlot;

namespace SimXir.Report;

/// <summary>A small plot within a panel.</summary>
/// <param name="Plot">What is drawn.</param>
/// <param name="Panel">Where.</param>
/// <param name="Place">In the panel's coordinates.</param>
internal sealed record FigureInset(Plot Plot, Plot Panel, CoordinateRect Place);
