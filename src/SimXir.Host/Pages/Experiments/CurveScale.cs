using System.Globalization;
using System.Text;

namespace SimXir.Host.Pages;

/// <summary>From a curve's steps and values to the points of a drawing, and round numbers beside it.</summary>
internal sealed class CurveScale
{
    public const int Width = 460;
    public const int Height = 190;
    public const int Left = 52;
    public const int Bottom = 24;
    private const int Top = 10;
    private const int Right = 12;
    private readonly Curve _curve;
    private readonly double _least;
    private readonly double _most;

    public CurveScale(Curve curve)
    {
        _curve = curve;
        (_least, _most) = (curve.Points.Min(point => point.Value), curve.Points.Max(point => point.Value));
        if (_most - _least < 1e-12 * Math.Max(1, Math.Abs(_most))) (_least, _most) = (_least - (0.5 * Size), _most + (0.5 * Size));
        (LastStep, FirstStep) = (Math.Max(curve.Points[^1].Step, curve.Points[0].Step + 1), curve.Points[0].Step);
        ValueTicks = [.. Ticks(_least, _most)];
    }

    public long FirstStep { get; }

    public long LastStep { get; }

    public IReadOnlyList<double> ValueTicks { get; }

    private double Size => Math.Max(1e-6, Math.Abs(_most));

    public double X(long step) => Left + ((step - FirstStep) / (double)(LastStep - FirstStep) * (Width - Left - Right));

    public double Y(double value) => Top + ((_most - value) / (_most - _least) * (Height - Top - Bottom));

    /// <summary>An SVG path through all points.</summary>
    public string Path()
    {
        var path = new StringBuilder();
        foreach (var point in _curve.Points) path.Append(CultureInfo.InvariantCulture, $"{(path.Length == 0 ? 'M' : 'L')}{X(point.Step):0.#} {Y(point.Value):0.#}");
        return path.ToString();
    }

    public static string Text(double value) => Math.Abs(value) switch
    {
        0 => "0",
        >= 100_000 or < 0.001 => value.ToString("0.#e0", CultureInfo.InvariantCulture),
        >= 100 => value.ToString("0", CultureInfo.InvariantCulture),
        _ => value.ToString("0.####", CultureInfo.InvariantCulture),
    };

    /// <summary>Three to six round numbers between.</summary>
    private static IEnumerable<double> Ticks(double least, double most)
    {
        var rough = (most - least) / 4;
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var step = (rough / power) switch { < 1.5 => 1, < 3.5 => 2, < 7.5 => 5, _ => 10 } * power;
        for (var tick = Math.Ceiling(least / step); tick * step <= most; tick++) yield return Math.Round(tick * step, 12);
    }
}
