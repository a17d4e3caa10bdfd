using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>One round t of Algorithm 1: the online encoder and the frozen target both start as the parent's encoder; the optimizer starts
/// anew.</summary>
internal static class FinetuneRound
{
    public static RoundOutput Run(FinetuneRecipe recipe, RoundInputs inputs, IRoundHost host, TimeProvider time)
    {
        var spec = recipe.Finetune;
        RoundChecks.Training(inputs, spec.Batch, "fine-tuning");
        var device = RoundChecks.DeviceOf(inputs);
        var parent = SafetensorsReader.Read(RoundChecks.Part(inputs, RoundParts.Weights));
        using var method = Build(recipe.Treatment, Encoder(), Encoder(), spec);

        var rate = spec.Schedule == RateSchedule.Cosine
            ? LearningRate.Cosine(spec.LearningRate, (long)spec.Epochs * (inputs.Dataset.Train.Count / spec.Batch))
            : LearningRate.Constant(spec.LearningRate);
        using var optimizer = new Sgd([new([.. method.named_parameters()], rate)], spec.Momentum, spec.WeightDecay);
        var state = new TrainingState(method, optimizer);
        var stage = new Stage(recipe.Round, FromEpoch: 0, spec.Epochs, spec.Epochs, spec.Batch, recipe.Views);
        return TrainingRun.Of(recipe, inputs, state, stage).Train(rate, host, time, state.Weights);

        Backbone Encoder()
        {
            var encoder = BackboneFactory.Build(recipe.Backbone, recipe.Seed, device);
            ModuleState.Load(encoder, parent.Tensors, "the parent's encoder");
            return encoder;
        }
    }

    private static LearningMethod Build(Treatment treatment, Backbone online, Backbone target, FinetuneSpec spec) => treatment switch
    {
        Treatment.SimXir => new SimXir(online, target, spec),
        Treatment.Variant => new Variant(online, target, spec),
        _ => throw new RoundInputException($"the treatment {treatment} trains nothing; fine-tuning is SimXir or Variant"),
    };
}
