using System.Collections.Immutable;

namespace SimXir.Experiments;

/// <summary>How an encoder is judged: on the pooled output of the backbone in eval mode, without augmentation.</summary>
public sealed record EvaluateSpec
{
    /// <summary>Numbers of neighbours of the plain majority vote.</summary>
    /// <value>Default {5, 7, 11, 15, 17, 21} (section 5); each 1 to 1,000.</value>
    public ImmutableArray<int> Knn { get; init; } = [5, 7, 11, 15, 17, 21];

    /// <value>Default [paper, converged]: gains that vanish under the second are the first's artefacts.</value>
    public ImmutableArray<ProbeKind> Linear { get; init; } = [ProbeKind.Paper, ProbeKind.Converged];
}
