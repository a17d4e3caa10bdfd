using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>Features of N images in memory.</summary>
public sealed class FeatureMatrix : IDisposable
{
    private readonly nint _address;

    /// <param name="features">(N, D) float32 on the CPU, contiguous; owned from here on.</param>
    /// <param name="labels">(N).</param>
    /// <param name="classes">Labels are below it.</param>
    public FeatureMatrix(Tensor features, int[] labels, int classes)
    {
        if (features.dim() != 2 || features.shape[0] != labels.Length)
        {
            var shape = string.Join(", ", features.shape);
            throw new ArgumentException($"features of shape [{shape}] do not go with {labels.Length} labels", nameof(features));
        }
        (Features, Labels, Classes) = (features.DetachFromDisposeScope(), labels, classes);
        (Count, Dimensions) = (labels.Length, (int)features.shape[1]);
        _address = TensorMemory.Address(features);
    }

    /// <summary>(N, D).</summary>
    public Tensor Features { get; }

    public int[] Labels { get; }

    public int Classes { get; }

    public int Count { get; }

    public int Dimensions { get; }

    /// <summary>(D): one image's features; valid until this is disposed.</summary>
    public ReadOnlySpan<float> this[int image]
    {
        get
        {
            unsafe
            {
                return new ReadOnlySpan<float>((float*)_address + (long)image * Dimensions, Dimensions);
            }
        }
    }

    /// <summary>Mean over dimensions of the standard deviation of l2-normalised features, times sqrt(D): 0 is a collapse to one
    /// direction, 1 is isotropic.</summary>
    public double Spread()
    {
        using var scope = NewDisposeScope();
        using var frozen = no_grad();
        var unit = nn.functional.normalize(Features.to(ScalarType.Float64), 2, 1);
        return unit.std(0, unbiased: false).mean().item<double>() * Math.Sqrt(Dimensions);
    }

    /// <summary>Whether no value is infinite or not a number.</summary>
    public bool IsFinite()
    {
        using var scope = NewDisposeScope();
        return Features.isfinite().all().item<bool>();
    }

    public void Dispose() => Features.Dispose();
}
