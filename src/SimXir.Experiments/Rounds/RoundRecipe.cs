using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SimXir.Experiments;

/// <summary>All that a round's result depends on, and nothing else: its canonical form is hashed to the <see cref="RoundKey"/>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(PretrainRecipe), "pretrain")]
[JsonDerivedType(typeof(FinetuneRecipe), "finetune")]
[JsonDerivedType(typeof(EvaluateRecipe), "evaluate")]
public abstract record RoundRecipe
{
    /// <summary>The version of the numerics, <see cref="Engine.Version"/>: raised by whoever changes a result.</summary>
    public required string Engine { get; init; }

    public required DatasetRecipe Dataset { get; init; }

    public required BackboneSpec Backbone { get; init; }

    /// <summary>The replicate, from which all randomness derives.</summary>
    public required int Seed { get; init; }

    public required Precision Precision { get; init; }

    /// <summary>The rounds whose results this one starts from: none, or one.</summary>
    public required ImmutableArray<RoundKey> Parents { get; init; }
}
