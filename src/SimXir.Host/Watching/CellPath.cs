using SimXir.Experiments;

namespace SimXir.Host;

/// <summary>The rounds that lead to a cell.</summary>
/// <param name="Rounds">Their keys.</param>
/// <param name="Done">How many of them have ended.</param>
public sealed record CellPath(IReadOnlySet<RoundKey> Rounds, int Done)
{
    public static CellPath None { get; } = new(new HashSet<RoundKey>(), 0);
}
