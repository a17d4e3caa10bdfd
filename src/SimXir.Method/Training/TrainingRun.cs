using System.Globalization;
using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>A training round from its start or checkpoint to its result.</summary>
internal sealed class TrainingRun
{
    private readonly RoundKey _key;
    private readonly TrainingPlan _plan;
    private readonly ReadOnlyMemory<byte>? _checkpoint;

    private TrainingRun(RoundKey key, TrainingPlan plan, ReadOnlyMemory<byte>? checkpoint)
    {
        (_key, _plan, _checkpoint) = (key, plan, checkpoint);
        State = new TrainingState(plan.Method, plan.Optimizer);
    }

    public TrainingState State { get; }

    public static TrainingRun Of(RoundRecipe recipe, RoundInputs inputs, LearningMethod method, Sgd optimizer, ViewSpec views, Stage stage)
    {
        var images = inputs.Dataset.Train;
        var renderer = new ViewRenderer(views, ChannelStatistics.Of(images));
        var plan = new TrainingPlan
        {
            Method = method,
            Optimizer = optimizer,
            Images = images,
            Renderer = renderer,
            Monitor = KnnMonitor.For(images, renderer, inputs.Threads),
            Batch = stage.Batch,
            Seed = recipe.Seed,
            Round = stage.Round,
            FromEpoch = stage.FromEpoch,
            ToEpoch = stage.ToEpoch,
            StageEpochs = stage.Epochs,
            Device = method.parameters().First().device,
            Threads = inputs.Threads,
        };
        return new TrainingRun(RecipeJson.KeyOf(recipe), plan, inputs.Checkpoint);
    }

    /// <param name="rate">For the record.</param>
    /// <param name="host">Who is asked and told.</param>
    /// <param name="time">For speeds.</param>
    /// <param name="parts">What the round hands on when it completes.</param>
    public RoundOutput Train(LearningRate rate, IRoundHost host, TimeProvider time, Func<IReadOnlyDictionary<string, byte[]>> parts)
    {
        var start = _checkpoint is { } content ? State.LoadCheckpoint(_key, content) : TrainingCursor.At(_plan.FromEpoch);
        var loop = new TrainingLoop(_plan, start, new RoundReporter(_plan, rate, time, host), host, Checkpoint);
        var outcome = loop.Run();
        var finished = outcome == StopReason.Completed && State.IsFinite() ? StopReason.Completed : outcome == StopReason.Completed ? StopReason.Diverged : outcome;
        return finished switch
        {
            StopReason.Completed => new RoundOutput(finished, parts(), Summary(loop, loop.Cursor.EpochLoss ?? 0), null),
            StopReason.Diverged => RoundOutput.Of(finished) with { Training = Summary(loop, loop.BadLoss ?? double.NaN), Notes = [Diverged(loop)] },
            _ => RoundOutput.Of(finished),
        };
    }

    private TrainingCheckpoint Checkpoint(TrainingCursor cursor) => new(State.Checkpoint(_key, cursor), StepsDone(cursor), cursor.Epoch);

    private TrainingSummary Summary(TrainingLoop loop, double loss) =>
        new(loop.Cursor.Epoch - _plan.FromEpoch, StepsDone(loop.Cursor), loss, loop.Cursor.FeatureSpread, loop.Cursor.Knn);

    private string Diverged(TrainingLoop loop) => string.Create(
        CultureInfo.InvariantCulture,
        $"the {(loop.BadLoss is { } loss ? $"loss became {loss}" : "weights became infinite or not numbers")} at step {StepsDone(loop.Cursor) + 1} of {_plan.Steps} (epoch {loop.Cursor.Epoch + 1} of {_plan.StageEpochs})");

    private long StepsDone(TrainingCursor cursor) => (long)(cursor.Epoch - _plan.FromEpoch) * _plan.StepsPerEpoch + cursor.Batch;
}
