namespace SimXir.Store;

/// <summary>How much of something.</summary>
public sealed record GarbageCount(int Objects, long Bytes)
{
    internal GarbageCount With(ObjectInfo found) => new(Objects + 1, Bytes + found.Bytes);
}
