namespace SimXir.Dynamics;

/// <summary>Where representations live, and so how a neighbourhood is averaged.</summary>
public enum Geometry
{
    /// <summary>Anywhere: the plain mean, equation 2.4.</summary>
    Unconstrained,

    /// <summary>On the unit sphere: the mean, l2-normalised, equation 4.2.</summary>
    Spherical,
}
