namespace SimXir.Grid;

/// <summary>What a pool last wrote down, for those who ask a store why something waits. No grain reads it: a pool learns all of it anew from rounds and slots.</summary>
/// <param name="At">When something had changed.</param>
/// <param name="Waiting">How many rounds waited; the status holds the first <see cref="Most"/> of them.</param>
/// <param name="Status">What it knew.</param>
public sealed record PoolRecord(DateTimeOffset At, int Waiting, PoolStatus Status)
{
    /// <summary>A record of a few hundred KiB at most.</summary>
    public const int Most = 1000;
}
