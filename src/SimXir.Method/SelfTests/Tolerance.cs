namespace SimXir.Method;

/// <summary>How far a result may be from its reference.</summary>
/// <param name="Relative">Of the reference's largest entry.</param>
/// <param name="Floor">What the largest entry is taken as where it is smaller.</param>
public readonly record struct Tolerance(double Relative, double Floor)
{
    public static Tolerance None { get; } = new(0, 0);

    /// <summary>So much for entries up to 1, and in proportion for larger ones, whose last places are as much coarser.</summary>
    public static Tolerance Of(double amount) => new(amount, 1);

    /// <summary>So much of the largest entry, whatever that is.</summary>
    public static Tolerance RelativeOf(double share) => new(share, 0);

    /// <summary>The largest absolute difference that passes.</summary>
    /// <param name="largest">The reference's largest absolute entry.</param>
    public double For(double largest) => Relative * Math.Max(Floor, largest);
}
