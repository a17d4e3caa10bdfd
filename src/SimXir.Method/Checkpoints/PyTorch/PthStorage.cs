namespace SimXir.Method;

/// <summary>What a pickle says of a block of numbers that lies elsewhere in the file.</summary>
/// <param name="Key">Where.</param>
/// <param name="Type">Of its elements; null where each tensor says its own and the count is in bytes.</param>
/// <param name="Count">How many elements.</param>
internal sealed record PthStorage(string Key, ElementType? Type, long Count)
{
    public int ElementBytes => Type is { } type ? ElementTypes.BytesOf(type) : 1;
}
