namespace SimXir.Experiments;

/// <summary>One round t of Algorithm 1: online network and frozen target both start as the parent's encoder.</summary>
public sealed record FinetuneRecipe : RoundRecipe
{
    /// <summary><see cref="Treatment.SimXir"/> or <see cref="Treatment.Variant"/>.</summary>
    public required Treatment Treatment { get; init; }

    public required FinetuneSpec Finetune { get; init; }

    public required ViewSpec Views { get; init; }

    /// <summary>t, counted from 1; it also sets this round's random views apart from the other rounds'.</summary>
    public required int Round { get; init; }
}
