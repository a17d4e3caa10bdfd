namespace SimXir.Store;

/// <summary>What must stay, by keys and names.</summary>
internal sealed class LiveSet
{
    public HashSet<string> Sweeps { get; } = new(StringComparer.Ordinal);

    /// <summary>As <c>sweep/dataset/method/seed</c>.</summary>
    public HashSet<string> Experiments { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Rounds { get; } = new(StringComparer.Ordinal);

    /// <summary>Objects' names.</summary>
    public HashSet<string> Parts { get; } = new(StringComparer.Ordinal);
}
