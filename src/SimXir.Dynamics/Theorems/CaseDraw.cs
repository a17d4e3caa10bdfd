namespace SimXir.Dynamics;

/// <summary>What the generator draws; everything else follows from it.</summary>
/// <param name="Dimensions">D, 1 to 3.</param>
/// <param name="First">One group.</param>
/// <param name="Second">The other.</param>
internal sealed record CaseDraw(int Dimensions, GroupDraw First, GroupDraw Second)
{
    public TheoremCase Case() => new([First.Group(Dimensions, side: 1), Second.Group(Dimensions, side: -1)]);
}
