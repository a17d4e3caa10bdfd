namespace SimXir.Experiments;

/// <summary>A round that a worker carries out: a computation on a dataset.</summary>
public abstract record WorkRecipe : RoundRecipe
{
    /// <summary>The version of the numerics, <see cref="Engine.Version"/>: raised by whoever changes a result.</summary>
    public required string Engine { get; init; }

    public required DatasetRecipe Dataset { get; init; }

    /// <summary>The replicate, from which all randomness derives.</summary>
    public required int Seed { get; init; }

    public required Precision Precision { get; init; }
}
