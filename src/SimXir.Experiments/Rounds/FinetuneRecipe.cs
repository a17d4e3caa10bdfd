namespace SimXir.Experiments;

/// <summary>One round t of Algorithm 1: online network and frozen target both start as the parent's encoder.</summary>
public sealed record FinetuneRecipe : WorkRecipe
{
    /// <summary><see cref="Treatment.SimXir"/> or <see cref="Treatment.Variant"/>.</summary>
    public required Treatment Treatment { get; init; }

    /// <summary>How this round trains. Rounds is 1 here whatever the spec says: a round does not depend on how many follow it, so a
    /// sweep with more rounds finds the first ones done.</summary>
    public required FinetuneSpec Finetune { get; init; }

    public required ViewSpec Views { get; init; }

    /// <summary>t, counted from 1; it also sets this round's random views apart from the other rounds'.</summary>
    public required int Round { get; init; }
}
