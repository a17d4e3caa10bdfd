namespace SimXir.Dynamics;

/// <summary>Comparisons that rounding cannot turn: what is claimed strictly must be plain, and what is claimed as no more or no less may be
/// out by rounding.</summary>
internal static class Comparison
{
    private const double Plain = 1e-12;

    /// <summary>Distances that differ by less may be equal.</summary>
    public const double Rounding = 1e-9;

    /// <summary>Below this share of what it was at the start, a diameter is not looked at: rounding would soon be as large as the steps.</summary>
    public const double TooSmall = 1e-3;

    public static bool NoMore(double before, double after) => after <= before + Rounding;

    public static bool NoLess(double before, double after) => after >= before - Rounding;

    public static bool Less(double before, double after) => after < before - Plain;

    public static bool More(double before, double after) => after > before + Plain;
}
