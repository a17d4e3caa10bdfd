using System.Globalization;

namespace SimXir.Dynamics;

/// <summary>What a claim says of one case.</summary>
/// <param name="Applies">Whether the case meets the claim's conditions.</param>
/// <param name="Step">The step at which the claim failed; null where it held, or where it is about the end.</param>
/// <param name="What">What was seen instead of what is claimed; null where it held.</param>
public sealed record Outcome(bool Applies, int? Step, string? What)
{
    /// <summary>The case says nothing about the claim.</summary>
    public static Outcome NotMet { get; } = new(false, null, null);

    /// <summary>As claimed.</summary>
    public static Outcome Held { get; } = new(true, null, null);

    /// <summary>Whether the case is a counterexample.</summary>
    public bool Failed => What is not null;

    /// <summary>A claim about single steps.</summary>
    /// <param name="stride">It compares t with t - stride.</param>
    /// <param name="applies">Whether its conditions hold at t - stride.</param>
    /// <param name="holds">Whether the first, at t - stride, and the second, at t, are as claimed.</param>
    /// <param name="name">Of what is compared.</param>
    /// <param name="value">Of it at t.</param>
    internal static Outcome OfSteps(int stride, Func<int, bool> applies, Func<double, double, bool> holds, string name, Func<int, double> value)
    {
        var met = false;
        for (var t = stride; t <= GroupRun.Steps; t++)
        {
            if (!applies(t - stride)) continue;
            met = true;
            double before = value(t - stride), after = value(t);
            if (!holds(before, after))
                return new Outcome(true, t, string.Create(CultureInfo.InvariantCulture, $"{name} {Number(before)} at t = {t - stride} and {Number(after)} at t = {t}"));
        }
        return met ? Held : NotMet;
    }

    /// <summary>A claim about one comparison, such as of the end with the start.</summary>
    internal static Outcome Of(bool holds, string name, double start, double end) =>
        holds ? Held : new Outcome(true, null, string.Create(CultureInfo.InvariantCulture, $"{name} {Number(start)} at t = 0 and {Number(end)} in the limit"));

    private static string Number(double value) => value < 1e-12 ? "0" : value.ToString("G4", CultureInfo.InvariantCulture);
}
