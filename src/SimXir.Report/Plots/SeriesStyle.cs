using ScottPlot;

namespace SimXir.Report;

/// <summary>How the series of a figure are told apart: by colour, and without colour by marker and line.</summary>
/// <param name="Colour">One of Okabe and Ito's, which people with any kind of colour vision tell apart.</param>
/// <param name="Marker">Filled or open, so that neighbours in the order differ in print too.</param>
/// <param name="Line">Solid, dashed or dotted.</param>
internal readonly record struct SeriesStyle(Color Colour, MarkerShape Marker, LinePattern Line)
{
    /// <summary>Okabe and Ito (2008), "Color Universal Design"; their yellow, too pale for lines on white, stands last, and black is left
    /// to axes and text.</summary>
    private static readonly string[] Colours = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#F0E442"];

    private static readonly MarkerShape[] Markers =
    [
        MarkerShape.FilledCircle, MarkerShape.FilledSquare, MarkerShape.FilledTriangleUp, MarkerShape.FilledDiamond,
        MarkerShape.OpenCircle, MarkerShape.OpenSquare, MarkerShape.OpenTriangleDown,
    ];

    /// <summary>Short enough for a legend's 20 pixels to show them.</summary>
    private static readonly LinePattern[] Lines =
        [LinePattern.Solid, new([7, 3], 0, "dashed"), new([2, 2], 0, "dotted"), new([8, 2, 2, 2], 0, "dash and dot")];

    /// <summary>The style of series number 0, 1, …; the first 28 differ.</summary>
    public static SeriesStyle Of(int series) => new(
        Color.FromHex(Colours[series % Colours.Length]), Markers[series % Markers.Length], Lines[series % Lines.Length]);
}
