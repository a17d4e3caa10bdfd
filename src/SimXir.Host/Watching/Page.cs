namespace SimXir.Host;

/// <summary>A part of a long list.</summary>
/// <param name="Total">All of it.</param>
/// <param name="Skip">How many are before the part.</param>
/// <param name="Items">The part.</param>
public sealed record Page<T>(int Total, int Skip, IReadOnlyList<T> Items)
{
    public const int Most = 500;
}
