namespace SimXir.Store.Tests;

/// <summary>How much the process grew at most since this was made, as far as anybody looked.</summary>
public sealed class MemoryWatch
{
    private readonly long _processBefore = Environment.WorkingSet;
    private readonly long _heapBefore = GC.GetTotalMemory(forceFullCollection: true);
    private long _processMost;
    private long _heapMost;

    public long GrowthBytes => Math.Max(_processMost - _processBefore, _heapMost - _heapBefore);

    public void Look()
    {
        _processMost = Math.Max(_processMost, Environment.WorkingSet);
        _heapMost = Math.Max(_heapMost, GC.GetTotalMemory(forceFullCollection: false));
    }

    public override string ToString() =>
        $"the process grew by {(_processMost - _processBefore) >> 20} MB, its managed heap by {(_heapMost - _heapBefore) >> 20} MB";
}
