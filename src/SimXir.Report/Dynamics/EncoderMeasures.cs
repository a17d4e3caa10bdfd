using SimXir.Dynamics;
using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>Of one encoder's representations, under one geometry, in groups of one kind.</summary>
/// <param name="Treatment">Which of an experiment's encoders.</param>
/// <param name="Grouping">By class or by neighbour-connected group of the views.</param>
/// <param name="Geometry">As they are, or l2-normalised.</param>
/// <param name="Groups">How many there are.</param>
/// <param name="Diameter">The groups' diameters, averaged (theorem 4.3).</param>
/// <param name="Distance">Each group's distance to the nearest other, averaged (theorem 4.4).</param>
/// <param name="Within">E |f(x) - f(y)|^2 within a group, averaged over groups (appendix C.1).</param>
/// <param name="Between">The same between two groups, averaged over pairs.</param>
/// <param name="Drift">The largest way of a group mean from the baseline's (conjecture 4.5); 0 for the baseline.</param>
public sealed record EncoderMeasures(
    Treatment Treatment, Grouping Grouping, Geometry Geometry, int Groups, double Diameter, double Distance, double Within, double Between, double Drift)
{
    /// <summary>Within over between: what is left where everything shrinks alike.</summary>
    public double Ratio => Within / Between;
}
