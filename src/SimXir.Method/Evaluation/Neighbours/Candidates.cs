using System.Numerics;

namespace SimXir.Method;

/// <summary>The nearest so far, at most as many as the capacity, by distance and then by index. Offers must come in order of
/// index.</summary>
internal sealed class Candidates<T>(int capacity)
    where T : struct, IFloatingPointIeee754<T>
{
    private readonly T[] _distances = new T[capacity];
    private readonly int[] _indices = new int[capacity];
    private int _count;

    /// <summary>Only a distance below it has a chance.</summary>
    public T Bar { get; private set; } = T.PositiveInfinity;

    /// <summary>Nearest first.</summary>
    public ReadOnlySpan<int> Indices => _indices.AsSpan(0, _count);

    /// <summary>Nearest first.</summary>
    public ReadOnlySpan<T> Distances => _distances.AsSpan(0, _count);

    public void Offer(T distance, int index)
    {
        if (!(distance < Bar)) return;
        var place = _count < _distances.Length ? _count++ : _count - 1;
        for (; place > 0 && distance < _distances[place - 1]; place--)
        {
            _distances[place] = _distances[place - 1];
            _indices[place] = _indices[place - 1];
        }
        (_distances[place], _indices[place]) = (distance, index);
        if (_count == _distances.Length) Bar = _distances[^1];
    }
}
