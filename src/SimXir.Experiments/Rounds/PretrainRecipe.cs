namespace SimXir.Experiments;

/// <summary>One block of pretraining epochs.</summary>
public sealed record PretrainRecipe : RoundRecipe
{
    public required MethodId Method { get; init; }

    /// <summary>The whole schedule, of which this round does epochs FromEpoch (counted from 0) to ToEpoch - 1.</summary>
    public required PretrainSpec Pretrain { get; init; }

    public required ViewSpec Views { get; init; }

    public required int FromEpoch { get; init; }

    public required int ToEpoch { get; init; }
}
