namespace SimXir.Host;

/// <summary>What is measured of the grid.</summary>
public sealed record GridBenchOptions
{
    /// <summary>A store for <c>--store</c>; null: a directory of its own, deleted afterwards.</summary>
    public string? Store { get; init; }

    /// <value>2 to 100,000; half of them evaluate the other half.</value>
    public required int Rounds { get; init; }

    /// <value>1 to 1,000.</value>
    public required int Slots { get; init; }

    /// <summary>With what Orleans' dashboard counts, as every silo has it that serves a web page or is of a cluster.</summary>
    public bool Dashboard { get; init; }
}
