namespace SimXir.Experiments;

/// <summary>The encoder f of the paper: section 5, "ResNet-18, replacing the default 7x7 convolution with a 3x3 one"; for ImageNet, ResNet-50.</summary>
public sealed record BackboneSpec
{
    /// <value>Default resnet18; or resnet50.</value>
    public string Arch { get; init; } = "resnet18";

    /// <summary>Channels of the first stage; features have 8 x Width dimensions (ResNet-50: 32 x Width).</summary>
    /// <value>Default 64, as torchvision; 1 to 512.</value>
    public int Width { get; init; } = 64;

    /// <value>Default cifar.</value>
    public StemKind Stem { get; init; }

    /// <summary>Whether the 3x3 max-pool of stride 2 follows the stem. The paper does not say; the CIFAR standard is no, torchvision's yes.</summary>
    /// <value>Default in a spec: true where the stem is imagenet, else false.</value>
    public bool MaxPool { get; init; }
}
