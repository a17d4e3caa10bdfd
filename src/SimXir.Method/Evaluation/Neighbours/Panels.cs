using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>Features laid out for a <see cref="TileKernel"/>: (P, D, W), a panel of W features after the other, and in it their values of
/// one dimension next to each other. What the last panel lacks is zero.</summary>
internal sealed unsafe class Panels : IDisposable
{
    private readonly Tensor _memory;
    private readonly float* _address;
    private readonly int _width;
    private readonly int _depth;

    /// <param name="capacity">The most features that it holds at a time.</param>
    /// <param name="width">W.</param>
    /// <param name="depth">D.</param>
    public Panels(int capacity, int width, int depth)
    {
        (_width, _depth) = (width, depth);
        // libtorch aligns to cache lines; a load across two of them costs twice.
        _memory = empty([Count(capacity), depth, width]).DetachFromDisposeScope();
        _address = (float*)TensorMemory.Address(_memory);
    }

    /// <summary>(D, W).</summary>
    public Span<float> this[int panel] => new(_address + (long)panel * _depth * _width, _depth * _width);

    /// <summary>Panels that so many features fill.</summary>
    public int Count(int features) => (features + _width - 1) / _width;

    /// <summary>Lays out the features from <paramref name="first"/> on.</summary>
    /// <param name="features">(N, D).</param>
    /// <param name="first">The first of them.</param>
    /// <param name="count">How many.</param>
    /// <param name="threads">1 or more.</param>
    public void Fill(FeatureMatrix features, int first, int count, int threads) => InParallel.For(0, Count(count), threads, panel =>
    {
        var to = this[panel];
        to.Clear();
        var start = panel * _width;
        for (var column = 0; column < Math.Min(_width, count - start); column++)
        {
            var from = features[first + start + column];
            for (var d = 0; d < from.Length; d++) to[(d * _width) + column] = from[d];
        }
    });

    public void Dispose() => _memory.Dispose();
}
