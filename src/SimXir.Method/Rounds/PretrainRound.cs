using System.Collections.Immutable;
using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>One block of pretraining epochs. The first starts from the seed's initial weights, each other one from its parent's parts, so
/// that blocks give what one long run would.</summary>
internal static class PretrainRound
{
    private const int ReferenceBatch = 256;

    public static RoundOutput Run(PretrainRecipe recipe, RoundInputs inputs, IRoundHost host, TimeProvider time)
    {
        var spec = recipe.Pretrain;
        RoundChecks.Training(inputs, spec.Batch, "pretraining");
        var device = RoundChecks.DeviceOf(inputs);
        if (recipe.Method.Misfit(spec.Batch) is { } fault) throw new RoundInputException(fault.ToString());
        using var method = PretrainMethods.Build(recipe.Method, recipe.Backbone, recipe.Seed, device);

        var first = spec.BaseLearningRate * spec.Batch / ReferenceBatch;
        var rate = Rate(spec, first, inputs.Dataset.Train.Count / spec.Batch);
        using var optimizer = Build(spec, Groups(method, spec, rate, first));
        var state = new TrainingState(method, optimizer);
        if (inputs.Checkpoint is null && recipe.FromEpoch > 0)
            state.LoadParts(RoundChecks.Part(inputs, RoundParts.Weights), RoundChecks.Part(inputs, RoundParts.State));

        var stage = new Stage(Round: 0, recipe.FromEpoch, recipe.ToEpoch, spec.Epochs, spec.Batch, recipe.Views);
        return TrainingRun.Of(recipe, inputs, state, stage).Train(rate, host, time, state.Parts);
    }

    private static Optimizer Build(PretrainSpec spec, ImmutableArray<ParameterGroup> groups) => spec.Optimizer switch
    {
        OptimizerKind.Sgd => new Sgd(groups, spec.Momentum, spec.WeightDecay),
        OptimizerKind.Lars => new Lars(groups, new LarsOptions
        {
            Momentum = spec.Momentum,
            WeightDecay = spec.WeightDecay,
            TrustCoefficient = spec.TrustCoefficient,
        }),
        _ => throw new RoundInputException($"this engine does not know the optimizer {spec.Optimizer}; known: Sgd, Lars"),
    };

    private static LearningRate Rate(PretrainSpec spec, double first, long stepsPerEpoch) => spec.Schedule == ScheduleUnit.Epoch
        ? LearningRate.Cosine(first, spec.Epochs, stepsPerEpoch, spec.WarmupEpochs)
        : LearningRate.Cosine(first, spec.Epochs * stepsPerEpoch, warmup: spec.WarmupEpochs * stepsPerEpoch);

    private static ImmutableArray<ParameterGroup> Groups(LearningMethod method, PretrainSpec spec, LearningRate rate, double first)
    {
        var parameters = method.named_parameters().Where(pair => pair.parameter.requires_grad).ToLookup(pair => method.KeepsFirstRate(pair.name));
        return [new([.. parameters[false]], rate), new([.. parameters[true]], LearningRate.Constant(first))];
    }
}
