namespace SimXir.Experiments;

/// <summary>The encoder f of the paper: section 5, "ResNet-18, replacing the default 7x7 convolution with a 3x3 one".</summary>
public sealed record BackboneSpec
{
    /// <value>Default and only value: resnet18.</value>
    public string Arch { get; init; } = "resnet18";

    /// <summary>Channels of the first stage; features have 8 x Width dimensions.</summary>
    /// <value>Default 64, as torchvision; 1 to 512.</value>
    public int Width { get; init; } = 64;

    /// <summary>Whether the 3x3 max-pool of stride 2 follows the stem. The paper does not say; the CIFAR standard is no.</summary>
    /// <value>Default false.</value>
    public bool MaxPool { get; init; }
}
