using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace SimXir.Experiments;

/// <summary>The options of one pretraining method; every one that the paper leaves open is here, with the paper's or the standard value as default.</summary>
/// <remarks>
/// A record of plain properties, each a whole number, a number, a switch or an enum; its name in camelCase is its key in a spec, its
/// <see cref="RangeAttribute"/> what a spec may say. Widths are those of appendix C.2: a head's first layer takes the D features of whatever backbone there is.
/// </remarks>
public abstract record MethodSpec
{
    /// <summary>This method's learning rate of a batch of 256, where it is not all methods' <see cref="PretrainSpec.BaseLearningRate"/>.</summary>
    /// <value>Default null: pretrain.baseLearningRate. Above 0, to 1,000. A recipe holds it in its <see cref="PretrainSpec"/> alone.</value>
    [Range(0, 1_000, MinimumIsExclusive = true)]
    public double? BaseLearningRate { get; init; }

    /// <summary>The method's name in the catalog.</summary>
    [JsonIgnore]
    public MethodId Id => MethodId.Of(this);

    /// <summary>What of the options does not go with a batch, or null; its line is 0.</summary>
    /// <param name="batch">Images a step.</param>
    public virtual SpecFault? Misfit(int batch) => null;

    /// <summary>The nearest options that go with a batch.</summary>
    /// <param name="batch">Images a step.</param>
    public virtual MethodSpec FittedTo(int batch) => this;
}
