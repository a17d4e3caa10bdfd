using System.Collections.Immutable;
using System.Globalization;
using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>The judgement of an encoder: kNN with the training features as bank, and linear probes, all on the test images.</summary>
/// <remarks>In fp32 whatever the recipe's precision, so that figures tell of the encoder and not of the arithmetic that judged it: beside the
/// training it costs next to nothing. Only the many views that the paper's probe is trained on are seen in the recipe's precision.</remarks>
internal sealed class EvaluateRound : IDisposable
{
    private readonly EvaluateRecipe _recipe;
    private readonly RoundInputs _inputs;
    private readonly IRoundHost _host;
    private readonly Backbone _encoder;
    private readonly ChannelStatistics _statistics;
    private PaperProbe? _paper;

    private EvaluateRound(EvaluateRecipe recipe, RoundInputs inputs, IRoundHost host)
    {
        (_recipe, _inputs, _host, _statistics) = (recipe, inputs, host, inputs.Dataset.Normalisation());
        _encoder = BackboneFactory.Build(recipe.Backbone, recipe.Seed, RoundChecks.DeviceOf(inputs));
    }

    public static RoundOutput Run(EvaluateRecipe recipe, RoundInputs inputs, IRoundHost host, TimeProvider time)
    {
        RoundChecks.Evaluation(inputs);
        using var round = new EvaluateRound(recipe, inputs, host);
        ModuleState.Load(round._encoder, SafetensorsReader.Read(RoundChecks.Part(inputs, RoundParts.Weights)).Tensors, "the parent's encoder");
        return round.Judge(time);
    }

    public void Dispose()
    {
        _paper?.Dispose();
        _encoder.Dispose();
    }

    private RoundOutput Judge(TimeProvider time)
    {
        using var bank = Features(_inputs.Dataset.Train);
        using var queries = Features(_inputs.Dataset.Test);
        if (!bank.IsFinite() || !queries.IsFinite())
            return RoundOutput.Of(StopReason.Diverged) with { Notes = ["the encoder gives features that are infinite or not numbers"] };

        var linear = ImmutableSortedDictionary.CreateBuilder<ProbeKind, LinearResult>();
        var notes = ImmutableArray.CreateBuilder<string>();
        if (_recipe.Evaluate.Linear.Contains(ProbeKind.Paper)) linear[ProbeKind.Paper] = Paper(bank, queries, time);
        if (_recipe.Evaluate.Linear.Contains(ProbeKind.Converged))
        {
            var outcome = ConvergedProbe.Judge(bank, queries, Pause);
            linear[ProbeKind.Converged] = outcome.Accuracy;
            if (!outcome.Converged) notes.Add(NotConverged(outcome));
        }
        return RoundOutput.Of(StopReason.Completed) with
        {
            Evaluation = new EvaluationResult
            {
                Knn = KnnClassifier.Judge(bank, queries, _recipe.Evaluate.Knn, _inputs.Threads, Pause),
                Linear = linear.ToImmutable(),
                FeatureSpread = bank.Spread(),
            },
            Notes = notes.ToImmutable(),
        };
    }

    private FeatureMatrix Features(ImageSet images) => FeatureExtractor.Extract(
        _encoder, new ViewRenderer(PaperProbe.ViewRecipe, _statistics), images, new Compute(Precision.Fp32, _inputs.Threads), Pause);

    private LinearResult Paper(FeatureMatrix bank, FeatureMatrix queries, TimeProvider time)
    {
        _paper = new PaperProbe(bank.Dimensions, bank.Classes, bank.Count, _recipe.Seed);
        if (_inputs.Checkpoint is { } content) EvaluationCheckpoint.Load(RecipeJson.KeyOf(_recipe), content, _paper);
        using var extractor = new FeatureExtractor(
            _encoder,
            new ViewRenderer(PaperProbe.ViewRecipe, _statistics),
            _inputs.Dataset.Train,
            new Compute(_recipe.Precision, _inputs.Threads));
        var reporter = new ProbeReporter(_paper, bank.Count, time, _host);
        while (_paper.Epoch < PaperProbe.Epochs)
        {
            using var views = extractor.Views(_paper.NextViews, Pause);
            reporter.EpochDone(_paper.Fit(views));
        }
        return _paper.Judge(queries);
    }

    private void Pause()
    {
        var request = _host.AfterStep();
        if (request is StepRequest.Checkpoint or StepRequest.CheckpointAndStop && _paper is { Epoch: > 0 })
            _host.Save(EvaluationCheckpoint.Of(RecipeJson.KeyOf(_recipe), _paper));
        if (request is StepRequest.Stop or StepRequest.CheckpointAndStop) throw new RoundStopped();
    }

    private static string NotConverged(ProbeOutcome outcome) => string.Create(
        CultureInfo.InvariantCulture,
        $"the converged probe did not converge: after {outcome.Iterations} iterations its largest gradient is {outcome.LargestGradient:g3}, "
        + $"not {ConvergedProbe.Tolerance:g3} or less");
}
