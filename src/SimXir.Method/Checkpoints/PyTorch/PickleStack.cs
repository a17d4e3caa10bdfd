namespace SimXir.Method;

/// <summary>The values and marks of a pickle under way.</summary>
internal sealed class PickleStack
{
    private readonly List<object?> _values = [];
    private readonly Stack<int> _marks = new();

    private int Floor => _marks.TryPeek(out var mark) ? mark : 0;

    public bool IsEmptySinceMark => _values.Count == Floor;

    public void Push(object? value) => _values.Add(value);

    public void Mark() => _marks.Push(_values.Count);

    public object? Pop()
    {
        var value = Top();
        _values.RemoveAt(_values.Count - 1);
        return value;
    }

    public object? Top() => IsEmptySinceMark ? throw PickleInput.Fault("takes a value off an empty stack") : _values[^1];

    /// <summary>The topmost values, which are taken off, in the order in which they were put there.</summary>
    public object?[] Pop(int count)
    {
        if (_values.Count - Floor < count) throw PickleInput.Fault($"takes {count} values off a stack of {_values.Count - Floor}");
        return Take(_values.Count - count);
    }

    /// <summary>All values since the last mark, which goes with them.</summary>
    public object?[] PopToMark() => _marks.TryPop(out var mark) ? Take(mark) : throw PickleInput.Fault("ends a list that it never began");

    private object?[] Take(int from)
    {
        if (_values.Count == from) return [];
        var taken = new object?[_values.Count - from];
        _values.CopyTo(from, taken, 0, taken.Length);
        _values.RemoveRange(from, taken.Length);
        return taken;
    }
}
