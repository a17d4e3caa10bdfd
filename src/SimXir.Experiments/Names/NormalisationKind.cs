using System.Text.Json.Serialization;

namespace SimXir.Experiments;

/// <summary>Which mean and deviation of the channels images are normalised by.</summary>
public enum NormalisationKind
{
    /// <summary>Those of the training images that are used.</summary>
    Data,

    /// <summary>ImageNet's, as encoders expect that were pretrained on it.</summary>
    [JsonStringEnumMemberName("imagenet")]
    ImageNet,
}
