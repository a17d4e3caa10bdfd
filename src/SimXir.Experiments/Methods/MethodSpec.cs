using System.Text.Json.Serialization;

namespace SimXir.Experiments;

/// <summary>The options of one pretraining method; every one that the paper leaves open is here, with the paper's or the standard value as default.</summary>
/// <remarks>Widths are those of appendix C.2: a head's first layer takes the D features of whatever backbone there is.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "name")]
[JsonDerivedType(typeof(MocoSpec), "moco")]
[JsonDerivedType(typeof(SimClrSpec), "simclr")]
[JsonDerivedType(typeof(ByolSpec), "byol")]
[JsonDerivedType(typeof(SimSiamSpec), "simsiam")]
public abstract record MethodSpec
{
    /// <summary>This method's learning rate of a batch of 256, where it is not all methods' <see cref="PretrainSpec.BaseLearningRate"/>.</summary>
    /// <value>Default null: pretrain.baseLearningRate. Above 0, to 1,000. A recipe holds it in its <see cref="PretrainSpec"/> alone.</value>
    public double? BaseLearningRate { get; init; }

    [JsonIgnore]
    public MethodId Id => MethodId.Parse(Name);

    protected abstract string Name { get; }
}
