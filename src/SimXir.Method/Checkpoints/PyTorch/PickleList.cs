namespace SimXir.Method;

/// <summary>A Python list, or a set.</summary>
internal sealed class PickleList
{
    public List<object?> Items { get; } = [];
}
