using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>
/// Initial weights as a pure function of (seed, the parameter's name): one generator a layer, so that they depend neither on the order in
/// which layers are built nor on what else the process has drawn. All methods of one seed therefore start from the same backbone.
/// </summary>
/// <remarks>Call it before the module moves to its device, so that a GPU starts where a CPU does.</remarks>
public static class InitialWeights
{
    /// <summary>
    /// Convolutions: normal with variance 2 / (k * k * output channels), as torchvision's ResNet. Linear layers: uniform within
    /// 1 / sqrt(inputs), as PyTorch. BatchNorm keeps scale 1 and shift 0, also in the last of a block (torchvision's default).
    /// </summary>
    public static void Draw(nn.Module module, string name, int seed)
    {
        using var frozen = no_grad();
        foreach (var (path, layer) in module.named_modules())
        {
            using var generator = GeneratorOf($"{name}.{path}", seed);
            switch (layer)
            {
                case Convolution convolution:
                    var shape = convolution.Weight.shape;
                    convolution.Weight.normal_(0, Math.Sqrt(2.0 / (shape[0] * shape[2] * shape[3])), generator);
                    break;
                case Linear linear:
                    var bound = 1 / Math.Sqrt(linear.in_features);
                    linear.weight!.uniform_(-bound, bound, generator);
                    linear.bias?.uniform_(-bound, bound, generator);
                    break;
            }
        }
    }

    private static Generator GeneratorOf(string layer, int seed)
    {
        var name = SHA256.HashData(Encoding.UTF8.GetBytes(layer));
        var (high, low) = (BinaryPrimitives.ReadInt32LittleEndian(name), BinaryPrimitives.ReadInt32LittleEndian(name.AsSpan(sizeof(int))));
        return new Generator(new CounterRandom(seed, RandomStream.Weights, high, low).NextUInt32(), CPU);
    }
}
