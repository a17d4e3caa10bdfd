using System.Text;
using ScottPlot;
using SkiaSharp;

namespace SimXir.Report;

/// <summary>A drawn figure of one or more panels, ready to be saved.</summary>
/// <param name="name">Of the file, without its ending.</param>
/// <param name="caption">What there is to see, in a sentence; also for those who cannot see it.</param>
/// <param name="size">Of the whole.</param>
/// <param name="panels">Row by row, one or more.</param>
/// <param name="columns">Panels in a row.</param>
internal sealed class Figure(string name, string caption, PlotSize size, IReadOnlyList<Plot> panels, int columns = 1)
{
    /// <summary>PNGs have two pixels for each CSS pixel: 192 an inch, sharp on screens and in print.</summary>
    private const int Scale = 2;

    /// <summary>Of the file, without its ending.</summary>
    public string Name => name;

    /// <summary>What there is to see.</summary>
    public string Caption => caption;

    /// <summary>The figure as an SVG document, with its letters as text.</summary>
    public string ToSvg()
    {
        using var dashes = new SvgDashes(panels.SelectMany(panel => panel.GetPlottables()));
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(SKRect.Create(size.Width, size.Height), stream)) Draw(canvas);
        return dashes.WriteInto(Encoding.UTF8.GetString(stream.ToArray()))
            .Replace($"font-family=\"{PlotFont.Name}\"", $"font-family=\"{PlotFont.Families}\"", StringComparison.Ordinal);
    }

    /// <summary>The figure as a PNG file's bytes, twice as many pixels wide and high as it has CSS pixels.</summary>
    public byte[] ToPng()
    {
        using var surface = SKSurface.Create(new SKImageInfo(size.Width * Scale, size.Height * Scale));
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

    private void Draw(SKCanvas canvas)
    {
        canvas.DrawColor(SKColors.White);
        var (width, height) = ((float)size.Width / columns, size.Height / MathF.Ceiling((float)panels.Count / columns));
        for (var i = 0; i < panels.Count; i++)
        {
            float left = i % columns * width, top = i / columns * height;
            panels[i].RenderManager.ClearCanvasBeforeEachRender = false; // it would clear the other panels too
            panels[i].RenderInMemory((int)width, (int)height); // a plot's first rendering measures, and draws twice
            panels[i].Render(canvas, new PixelRect(left, left + width, top + height, top));
        }
    }
}
