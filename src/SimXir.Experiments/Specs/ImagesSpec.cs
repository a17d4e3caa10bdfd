namespace SimXir.Experiments;

/// <summary>How the files of a folder of images become images of one size: decoded to three channels, resized, and cropped from their
/// centre, as torchvision's Resize and CenterCrop do.</summary>
public sealed record ImagesSpec
{
    /// <summary>The side of the square that is kept, in pixels.</summary>
    /// <value>Default 32; 16 to 512, a multiple of 8.</value>
    public int Size { get; init; } = 32;

    /// <summary>What the short side is resized to before the crop. ImageNet's custom is 256 for a Size of 224.</summary>
    /// <value>Default Size; Size to 1,024.</value>
    public int Resize { get; init; } = 32;

    /// <summary>How channels are normalised.</summary>
    /// <value>Default data.</value>
    public NormalisationKind Normalise { get; init; }
}
