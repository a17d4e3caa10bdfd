namespace SimXir.Report;

/// <summary>What a sweep says of a gain that the paper prints, by its own 95 % interval.</summary>
internal enum GainVerdict
{
    /// <summary>The interval lies on the paper's side of zero: there is a gain, or the loss that the paper prints.</summary>
    Reproduced,

    /// <summary>The interval holds nothing as large as the paper's gain, and does not tell a gain from none, or lies on the other side of zero.</summary>
    NotReproduced,

    /// <summary>The interval holds both zero and the paper's gain, or there is none with one seed.</summary>
    NotDecided,
}
