namespace SimXir.Experiments;

/// <summary>A backbone that came from elsewhere: a round that nobody carries out. Whoever imports it commits it; what is lost of it can only
/// be imported again.</summary>
public sealed record ImportRecipe : RoundRecipe
{
    /// <summary>SHA-256 of the round's weights as a part, 64 lower-case hexadecimal digits.</summary>
    public required string Weights { get; init; }
}
