namespace SimXir.Grid;

/// <summary>Writes into a grain's causal log, which keeps its newest entries.</summary>
public static class CausalLog
{
    /// <summary>How many entries a grain keeps.</summary>
    public const int Length = 100;

    public static void Note(this List<CausalEntry> log, TimeProvider time, string text)
    {
        log.Add(new CausalEntry(time.GetUtcNow(), text));
        if (log.Count > Length) log.RemoveRange(0, log.Count - Length);
    }
}
