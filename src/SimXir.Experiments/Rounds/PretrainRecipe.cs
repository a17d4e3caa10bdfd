namespace SimXir.Experiments;

/// <summary>One block of pretraining epochs.</summary>
public sealed record PretrainRecipe : WorkRecipe
{
    /// <summary>The method with its options; the base learning rate is null here, it stands in <see cref="Pretrain"/>.</summary>
    public required MethodSpec Method { get; init; }

    /// <summary>The whole schedule, of which this round does epochs FromEpoch (counted from 0) to ToEpoch - 1.
    /// BlockEpochs is ToEpoch - FromEpoch here, so that a last, shorter block does not depend on how long the others are.</summary>
    public required PretrainSpec Pretrain { get; init; }

    public required ViewSpec Views { get; init; }

    public required int FromEpoch { get; init; }

    public required int ToEpoch { get; init; }
}
