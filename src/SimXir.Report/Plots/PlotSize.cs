namespace SimXir.Report;

/// <summary>A figure's size in CSS pixels, 96 an inch.</summary>
internal readonly record struct PlotSize(int Width, int Height)
{
    /// <summary>One panel, as wide as a page's text.</summary>
    public static PlotSize Single => new(640, 400);

    /// <summary>Small panels in rows and columns, each square.</summary>
    public static PlotSize Grid(int rows, int columns) => new(columns * 260, rows * 260);
}
