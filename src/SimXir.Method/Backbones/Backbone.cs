using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>The encoder f of the paper: images in, pooled features out. Its state dict has torchvision's names and no classifier.</summary>
public abstract class Backbone(string name) : nn.Module<Tensor, Tensor>(name)
{
    /// <summary>D, the number of a feature's dimensions.</summary>
    public abstract long Dimensions { get; }

    /// <param name="input">(B, 3, H, W): B normalised images, in either memory format; float32, or bfloat16 to compute in that.</param>
    /// <returns>(B, D), float32 in either case: one feature vector an image, at or above 0 (a mean over places after a ReLU).</returns>
    public abstract override Tensor forward(Tensor input);
}
