namespace SimXir.Method;

/// <summary>The nearest so far, at most as many as the capacity, by distance and then by index. Offers must come in order of
/// index.</summary>
internal sealed class Candidates(int capacity)
{
    private readonly float[] _distances = new float[capacity];
    private readonly int[] _indices = new int[capacity];

    public int Count { get; private set; }

    /// <summary>Only a distance below it has a chance.</summary>
    public float Bar { get; private set; } = float.PositiveInfinity;

    public ReadOnlySpan<int> Indices => _indices.AsSpan(0, Count);

    public void Clear() => (Count, Bar) = (0, float.PositiveInfinity);

    public void Offer(float distance, int index)
    {
        if (!(distance < Bar)) return;
        var place = Array.BinarySearch(_distances, 0, Count, distance);
        if (place < 0) place = ~place;
        while (place < Count && _distances[place] == distance) place++;
        var moved = Math.Min(Count, capacity - 1) - place;
        Array.Copy(_distances, place, _distances, place + 1, moved);
        Array.Copy(_indices, place, _indices, place + 1, moved);
        (_distances[place], _indices[place]) = (distance, index);
        if (Count < capacity) Count++;
        if (Count == capacity) Bar = _distances[^1];
    }
}
