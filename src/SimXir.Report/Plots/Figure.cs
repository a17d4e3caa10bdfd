using System.Text;
using ScottPlot;
using SkiaSharp;

namespace SimXir.Report;

/// <summary>A drawn figure of one or more panels, ready to be saved.</summary>
public sealed class Figure
{
    /// <summary>PNGs have two pixels for each CSS pixel: 192 an inch, sharp on screens and in print.</summary>
    private const int Scale = 2;

    private readonly PlotSize _size;
    private readonly IReadOnlyList<Plot> _panels;
    private readonly int _columns;
    private readonly List<FigureInset> _insets = [];

    /// <param name="name">Of the file, without its ending.</param>
    /// <param name="caption">What there is to see, in a sentence; also for those who cannot see it.</param>
    /// <param name="size">Of the whole.</param>
    /// <param name="panels">Row by row, one or more.</param>
    /// <param name="columns">Panels in a row.</param>
    internal Figure(string name, string caption, PlotSize size, IReadOnlyList<Plot> panels, int columns = 1) =>
        (Name, Caption, _size, _panels, _columns) = (name, caption, size, panels, columns);

    /// <summary>Of the file, without its ending.</summary>
    public string Name { get; }

    /// <summary>What there is to see.</summary>
    public string Caption { get; }

    /// <summary>The figure as an SVG document, with its letters as text.</summary>
    public string ToSvg()
    {
        using var dashes = new SvgDashes(_panels.Concat(_insets.Select(inset => inset.Plot)).SelectMany(plot => plot.GetPlottables()));
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(SKRect.Create(_size.Width, _size.Height), stream)) Draw(canvas);
        return dashes.WriteInto(Encoding.UTF8.GetString(stream.ToArray()))
            .Replace($"font-family=\"{PlotFont.Name}\"", $"font-family=\"{PlotFont.Families}\"", StringComparison.Ordinal);
    }

    /// <summary>The figure as a PNG file's bytes, twice as many pixels wide and high as it has CSS pixels.</summary>
    public byte[] ToPng()
    {
        using var surface = SKSurface.Create(new SKImageInfo(_size.Width * Scale, _size.Height * Scale));
        surface.Canvas.Scale(Scale);
        Draw(surface.Canvas);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    /// <summary>Writes NAME.svg and NAME.png into the folder, which is made if need be.</summary>
    /// <returns>The paths of both.</returns>
    public IReadOnlyList<string> Save(string folder)
    {
        Directory.CreateDirectory(folder);
        string svg = Path.Combine(folder, Name + ".svg"), png = Path.Combine(folder, Name + ".png");
        File.WriteAllText(svg, ToSvg());
        File.WriteAllBytes(png, ToPng());
        return [svg, png];
    }

    internal void Add(FigureInset inset) => _insets.Add(inset);

    private void Draw(SKCanvas canvas)
    {
        canvas.DrawColor(SKColors.White);
        var (width, height) = ((float)_size.Width / _columns, _size.Height / MathF.Ceiling((float)_panels.Count / _columns));
        for (var i = 0; i < _panels.Count; i++)
        {
            float left = i % _columns * width, top = i / _columns * height;
            Draw(canvas, _panels[i], new PixelRect(left, left + width, top + height, top));
        }
        foreach (var (plot, panel, place) in _insets)
        {
            Pixel topLeft = panel.GetPixel(place.TopLeft), bottomRight = panel.GetPixel(place.BottomRight);
            Draw(canvas, plot, new PixelRect(topLeft.X, bottomRight.X, bottomRight.Y, topLeft.Y));
        }
    }

    private static void Draw(SKCanvas canvas, Plot plot, PixelRect place)
    {
        plot.RenderManager.ClearCanvasBeforeEachRender = false; // it would clear the other panels too
        plot.RenderInMemory((int)place.Width, (int)place.Height); // a plot's first rendering measures, and draws twice
        plot.Render(canvas, place);
    }
}
