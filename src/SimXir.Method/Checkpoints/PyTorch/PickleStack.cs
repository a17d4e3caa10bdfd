namespace SimXir.Method;

/// <summary>The values and marks of a pickle under way.</summary>
internal sealed class PickleStack
{
    // Python's pickler empties the stack at least every thousand values.
    private const int MaxDepth = 1 << 16;

    private readonly List<object?> _values = [];
    private readonly Stack<int> _marks = new();

    private int Floor => _marks.TryPeek(out var mark) ? mark : 0;

    public bool IsEmptySinceMark => _values.Count == Floor;

    public void Push(object? value)
    {
        CheckDepth(_values.Count);
        _values.Add(value);
    }

    public void Mark()
    {
        CheckDepth(_marks.Count);
        _marks.Push(_values.Count);
    }

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

    private static void CheckDepth(int depth)
    {
        if (depth == MaxDepth) throw PickleInput.Fault($"piles up more than {MaxDepth} values, which no state dict does");
    }

    private object?[] Take(int from)
    {
        if (_values.Count == from) return [];
        var taken = new object?[_values.Count - from];
        _values.CopyTo(from, taken, 0, taken.Length);
        _values.RemoveRange(from, taken.Length);
        return taken;
    }
}
