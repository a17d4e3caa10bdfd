namespace SimXir.Method;

/// <summary>A Python list, or a set.</summary>
internal sealed class PickleList
{
    private List<object?>? _items;

    public IReadOnlyList<object?> Items => _items ?? (IReadOnlyList<object?>)[];

    public void Add(ReadOnlySpan<object?> items)
    {
        _items ??= new List<object?>(items.Length);
        _items.AddRange(items);
    }
}
