using SimXir.Experiments;

namespace SimXir.Store;

/// <summary>The parts that heads refer to.</summary>
internal static class HeadParts
{
    /// <summary>Checkpoints' parts that the head referred to before a change and does not after it.</summary>
    public static IEnumerable<PartRef> FreedBy(RoundHead before, RoundHead after) => Of(before).Except(Of(after));

    /// <summary>The checkpoints of a head.</summary>
    public static IEnumerable<PartRef> Of(RoundHead head)
    {
        if (head.Checkpoint is { } checkpoint) yield return checkpoint.Part;
        if (head.Previous is { } previous) yield return previous.Part;
    }
}
