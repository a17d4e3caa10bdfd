using System.Collections.Immutable;
using System.Globalization;
using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>The judgement of an encoder: kNN with the training features as bank, and linear probes, both on the test images.</summary>
/// <remarks>In fp32 whatever the recipe's precision, so that figures tell of the encoder and not of the arithmetic that judged it: beside the
/// training it costs next to nothing.</remarks>
internal static class EvaluateRound
{
    public static RoundOutput Run(EvaluateRecipe recipe, RoundInputs inputs, IRoundHost host)
    {
        RoundChecks.Evaluation(inputs);
        var (train, test) = (inputs.Dataset.Train, inputs.Dataset.Test);
        using var encoder = BackboneFactory.Build(recipe.Backbone, recipe.Seed, RoundChecks.DeviceOf(inputs));
        ModuleState.Load(encoder, SafetensorsReader.Read(RoundChecks.Part(inputs, RoundParts.Weights)).Tensors, "the parent's encoder");

        // Views are never drawn here; their recipe is of no concern.
        var renderer = new ViewRenderer(new ViewSpec(), ChannelStatistics.Of(train));
        using var bank = FeatureExtractor.Extract(encoder, renderer, train, Precision.Fp32, Pause);
        using var queries = FeatureExtractor.Extract(encoder, renderer, test, Precision.Fp32, Pause);
        if (!bank.IsFinite() || !queries.IsFinite())
            return RoundOutput.Of(StopReason.Diverged) with { Notes = ["the encoder gives features that are infinite or not numbers"] };

        var probes = recipe.Evaluate.Linear.Distinct().ToImmutableSortedDictionary(kind => kind, kind => Probe(kind, bank, queries, Pause));
        return RoundOutput.Of(StopReason.Completed) with
        {
            Evaluation = new EvaluationResult
            {
                Knn = KnnClassifier.Judge(bank, queries, recipe.Evaluate.Knn, inputs.Threads, Pause),
                Linear = probes.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value.Accuracy),
                FeatureSpread = bank.Spread(),
            },
            Notes = [.. probes.Where(pair => !pair.Value.Converged).Select(pair => NotConverged(pair.Value))],
        };

        void Pause()
        {
            if (host.AfterStep() is StepRequest.Stop or StepRequest.CheckpointAndStop) throw new RoundStopped();
        }
    }

    private static ProbeOutcome Probe(ProbeKind kind, FeatureMatrix train, FeatureMatrix test, Action pause) => kind switch
    {
        ProbeKind.Converged => ConvergedProbe.Judge(train, test, pause),
        _ => throw new RoundInputException($"this engine does not know the linear probe {kind}"),
    };

    private static string NotConverged(ProbeOutcome outcome) => string.Create(
        CultureInfo.InvariantCulture,
        $"the converged probe did not converge: after {outcome.Iterations} iterations its largest gradient is {outcome.LargestGradient:g3}, "
        + $"not {ConvergedProbe.Tolerance:g3} or less");
}
