using SimXir.Experiments;

namespace SimXir.Host;

/// <summary>Which cells of a sweep are wanted; null stands for any.</summary>
public sealed record CellFilter(DatasetId? Dataset = null, MethodId? Method = null, int? Seed = null, Treatment? Treatment = null, CellState? State = null)
{
    public bool Has(WatchedCell cell) => cell.Result is var result
        && (Dataset ?? result.Dataset) == result.Dataset
        && (Method ?? result.Method) == result.Method
        && (Seed ?? result.Seed) == result.Seed
        && (Treatment ?? result.Treatment) == result.Treatment
        && (State ?? result.State) == result.State;
}
