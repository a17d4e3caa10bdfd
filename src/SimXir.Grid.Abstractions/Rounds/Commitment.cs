using SimXir.Experiments;

namespace SimXir.Grid;

/// <summary>What a committed manifest says of its round's end.</summary>
/// <param name="Fence">Whose it is.</param>
/// <param name="Outcome">Completed or Diverged.</param>
/// <param name="Loss">Mean of the last epoch; null where nothing was trained.</param>
/// <param name="Steps">Optimizer steps of the round; null where nothing was trained.</param>
[GenerateSerializer, Immutable, Alias("SimXir.Commitment")]
public sealed record Commitment([property: Id(0)] long Fence, [property: Id(1)] StopReason Outcome, [property: Id(2)] double? Loss, [property: Id(3)] long? Steps)
{
    public static Commitment Of(RoundManifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        return new Commitment(manifest.Fence, manifest.Outcome, manifest.Training?.Loss, manifest.Training?.Steps);
    }
}
