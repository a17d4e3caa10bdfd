using System.Text.Json.Serialization;

namespace SimXir.Experiments;

/// <summary>What a ResNet begins with.</summary>
public enum StemKind
{
    /// <summary>A 3x3 convolution of stride 1: "replacing the default 7x7 convolutional preprocessing layer" (appendix C.2).</summary>
    Cifar,

    /// <summary>torchvision's: a 7x7 convolution of stride 2.</summary>
    [JsonStringEnumMemberName("imagenet")]
    ImageNet,
}
