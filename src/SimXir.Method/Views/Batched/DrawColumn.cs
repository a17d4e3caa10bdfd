namespace SimXir.Method;

/// <summary>The columns of a <see cref="DrawTable"/>.</summary>
internal enum DrawColumn
{
    Top,
    Height,
    Left,
    Width,

    /// <summary>1 where left and right change places, else 0.</summary>
    Flip,

    /// <summary>In turns; 0 where nothing turns.</summary>
    Hue,

    /// <summary>1 where the colours are dropped, else 0.</summary>
    Gray,

    /// <summary><see cref="ViewDraw.BlurSigma"/>, which is 0 where nothing is blurred.</summary>
    BlurSigma,

    /// <summary>The factor of each blend, from here on.</summary>
    Factors,

    /// <summary>The weight of the mean in each blend, from here on.</summary>
    Means = Factors + DrawTable.Blends,

    /// <summary>The weight of the gray image in each blend, from here on.</summary>
    Grays = Means + DrawTable.Blends,

    /// <summary>How many columns there are.</summary>
    Count = Grays + DrawTable.Blends,
}
