using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SimXir.Experiments;

/// <summary>All that a round's result depends on, and nothing else: its canonical form is hashed to the <see cref="RoundKey"/>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(PretrainRecipe), "pretrain")]
[JsonDerivedType(typeof(FinetuneRecipe), "finetune")]
[JsonDerivedType(typeof(EvaluateRecipe), "evaluate")]
[JsonDerivedType(typeof(ImportRecipe), "import")]
public abstract record RoundRecipe
{
    public required BackboneSpec Backbone { get; init; }

    /// <summary>The rounds whose results this one starts from: none, or one.</summary>
    public required ImmutableArray<RoundKey> Parents { get; init; }
}
