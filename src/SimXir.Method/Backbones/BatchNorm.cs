using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>BatchNorm over all axes but the second, for images and features alike, with PyTorch's names, defaults and arithmetic.</summary>
/// <remarks>
/// TorchSharp's own counts batches with a native number that lives until the collector runs, which it hardly ever does here. Such crumbs
/// land in the gaps between steps' activations and break them up: without them a forward pass leaves half as much behind. See also
/// <see cref="Allocator.Trim"/>.
/// </remarks>
internal sealed class BatchNorm : nn.Module<Tensor, Tensor>
{
    private const double Momentum = 0.1;
    private const double Epsilon = 1e-5;

    private static readonly Scalar One = 1;

    private readonly Parameter? weight;
    private readonly Parameter? bias;
    private readonly Tensor running_mean;
    private readonly Tensor running_var;
    private readonly Tensor num_batches_tracked;

    /// <param name="features">C.</param>
    /// <param name="affine">Whether it has a scale, 1 at first, and a shift, 0 at first.</param>
    public BatchNorm(long features, bool affine = true)
        : base(nameof(BatchNorm))
    {
        (weight, bias) = affine ? (nn.Parameter(ones(features)), nn.Parameter(zeros(features))) : (null, null);
        running_mean = zeros(features);
        running_var = ones(features);
        num_batches_tracked = zeros([], ScalarType.Int64);
        RegisterComponents();
    }

    /// <param name="input">(B, C) or (B, C, H, W).</param>
    /// <returns>The same shape: by the batch's statistics in train mode, by the running ones in eval mode.</returns>
    public override Tensor forward(Tensor input)
    {
        if (training) num_batches_tracked.add_(One);
        return nn.functional.batch_norm(input, running_mean, running_var, weight, bias, training, Momentum, Epsilon);
    }
}
