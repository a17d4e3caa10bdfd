namespace SimXir.Store;

/// <summary>How much of one kind was deleted.</summary>
public sealed record GarbageLine(GarbageKind Kind, GarbageCount Count);
