namespace SimXir.Dynamics;

/// <summary>How first representations are drawn.</summary>
internal enum Scatter
{
    /// <summary>Whole numbers from -3 to 3.</summary>
    Anywhere,

    /// <summary>Whole numbers from 0 to 3: no cosine is negative.</summary>
    Positive,

    /// <summary>The first half of the points at one place, the others at another.</summary>
    TwoPlaces,

    /// <summary>Within one of a place some way off: groups lie apart.</summary>
    Heap,

    /// <summary>Once around a circle, in the points' order.</summary>
    Winding,

    /// <summary>On an arc of a circle, in steps of 15 degrees.</summary>
    Arc,
}
