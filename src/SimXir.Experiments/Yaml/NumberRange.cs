using System.Globalization;

namespace SimXir.Experiments;

/// <summary>The numbers that a setting may have, ends included unless said otherwise.</summary>
internal readonly record struct NumberRange(double Min, double Max, bool AboveMin = false, bool BelowMax = false)
{
    /// <summary>0 to 1, both included.</summary>
    public static NumberRange Fraction { get; } = new(0, 1);

    public bool Holds(double value) => (AboveMin ? value > Min : value >= Min) && (BelowMax ? value < Max : value <= Max);

    public override string ToString()
    {
        var low = (AboveMin ? "above " : "") + Min.ToString(CultureInfo.InvariantCulture);
        var high = (BelowMax ? "below " : "") + Max.ToString(CultureInfo.InvariantCulture);
        return AboveMin ? $"{low}, to {high}" : $"{low} to {high}";
    }
}
