using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>A plan to carry out, with the spec as its author wrote it.</summary>
[GenerateSerializer, Immutable, Alias("SimXir.SubmitRequest")]
public sealed record SubmitRequest([property: Id(0)] SweepPlan Plan, [property: Id(1)] string SpecText)
{
    /// <summary>How it is to be served; apart from the plan, which travels without it.</summary>
    [Id(2)]
    public ServiceSpec Service { get; init; } = Plan.Spec.Service;
}
