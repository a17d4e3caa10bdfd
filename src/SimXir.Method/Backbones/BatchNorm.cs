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

    private readonly Parameter? weight;
    private readonly Parameter? bias;
    private readonly Tensor running_mean;
    private readonly Tensor running_var;
    private readonly Tensor num_batches_tracked;
    private int _splits = 1;

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

    /// <param name="input">(B, C) or (B, C, H, W), float32 or bfloat16; the statistics are float32 in either case.</param>
    /// <returns>The same shape and type: by the batch's statistics in train mode, by the running ones in eval mode.</returns>
    public override Tensor forward(Tensor input)
    {
        if (training) num_batches_tracked.Increment();
        if (training && _splits > 1) return InGroups(input);
        return nn.functional.batch_norm(input, running_mean, running_var, weight, bias, training, Momentum, Epsilon);
    }

    /// <summary>Lets every BatchNorm of a network normalise so many groups of a batch each by its own statistics, as many GPUs would.</summary>
    /// <param name="network">In train mode; eval mode knows no groups.</param>
    /// <param name="splits">Sample n is of group n mod splits; a divisor of the batch.</param>
    public static void Split(nn.Module network, int splits)
    {
        foreach (var layer in network.modules().OfType<BatchNorm>()) layer._splits = splits;
    }

    /// <summary>(B, C, ...) seen as (B / splits, splits C, ...); the running statistics move to the mean over the groups.</summary>
    private Tensor InGroups(Tensor input)
    {
        using var scope = NewDisposeScope();
        var (shape, channels) = (input.shape, input.shape[1]);
        if (shape[0] % _splits != 0)
            throw new RoundInputException($"a batch of {shape[0]} images does not divide into {_splits} BatchNorm groups");
        var (mean, variance) = (running_mean.repeat(_splits), running_var.repeat(_splits));
        var grouped = input.contiguous().view([shape[0] / _splits, _splits * channels, .. shape[2..]]);
        var output = nn.functional.batch_norm(
            grouped, mean, variance, weight?.repeat(_splits), bias?.repeat(_splits), training: true, Momentum, Epsilon);
        using (no_grad())
        {
            running_mean.copy_(mean.view(_splits, channels).mean([0]));
            running_var.copy_(variance.view(_splits, channels).mean([0]));
        }

        return output.view(shape).MoveToOuterDisposeScope();
    }
}
