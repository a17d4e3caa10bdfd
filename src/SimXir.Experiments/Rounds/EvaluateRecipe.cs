namespace SimXir.Experiments;

/// <summary>The judgement of the parent's encoder.</summary>
public sealed record EvaluateRecipe : WorkRecipe
{
    public required EvaluateSpec Evaluate { get; init; }
}
