using ScottPlot;
using SkiaSharp;

namespace SimXir.Report;

/// <summary>
/// The one font of all figures, which the program brings along. SkiaSharp's build without dependencies asks no fontconfig, so that a machine
/// without fonts (a container, a compute node) would draw figures without a letter, and any other machine its own.
/// </summary>
internal sealed class PlotFont : IFontResolver
{
    /// <summary>The family's name, as SVG files ask for it.</summary>
    public const string Name = "DejaVu Sans";

    /// <summary>What an SVG viewer without the font should take: Verdana has the same widths.</summary>
    public const string Families = "'DejaVu Sans', Verdana, sans-serif";

    private static readonly Lazy<SKTypeface> Typeface = new(Read);
    private static readonly Lazy<bool> Registered = new(Register);

    private PlotFont() { }

    /// <summary>Makes it ScottPlot's own font, for the whole process, once.</summary>
    public static void Use() => _ = Registered.Value;

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) => Typeface.Value;

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => Typeface.Value;

    private static bool Register()
    {
        Fonts.FontResolvers.Insert(0, new PlotFont());
        Fonts.Default = Name;
        Fonts.Sans = Name;
        return true;
    }

    private static SKTypeface Read()
    {
        using var stream = typeof(PlotFont).Assembly.GetManifestResourceStream("DejaVuSans.ttf")!;
        using var data = SKData.Create(stream);
        return SKTypeface.FromData(data);
    }
}
