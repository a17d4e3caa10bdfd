using System.Globalization;
using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>A training round from its start or checkpoint to its result.</summary>
internal sealed class TrainingRun
{
    private readonly RoundKey _key;
    private readonly TrainingPlan _plan;
    private readonly ReadOnlyMemory<byte>? _checkpoint;

    private readonly TrainingState _state;

    private TrainingRun(RoundKey key, TrainingPlan plan, TrainingState state, ReadOnlyMemory<byte>? checkpoint) =>
        (_key, _plan, _state, _checkpoint) = (key, plan, state, checkpoint);

    public static TrainingRun Of(WorkRecipe recipe, RoundInputs inputs, TrainingState state, Stage stage)
    {
        var images = inputs.Dataset.Train;
        var renderer = new ViewRenderer(stage.Views, inputs.Dataset.Normalisation());
        var plan = new TrainingPlan
        {
            Method = state.Method,
            Optimizer = state.Optimizer,
            Images = images,
            Renderer = renderer,
            Monitor = KnnMonitor.For(images, renderer, recipe.Precision, inputs.Threads),
            Batch = stage.Batch,
            Seed = recipe.Seed,
            Round = stage.Round,
            FromEpoch = stage.FromEpoch,
            ToEpoch = stage.ToEpoch,
            StageEpochs = stage.Epochs,
            Precision = recipe.Precision,
            Device = state.Method.parameters().First().device,
            Threads = inputs.Threads,
        };
        return new TrainingRun(RecipeJson.KeyOf(recipe), plan, state, inputs.Checkpoint);
    }

    /// <param name="rate">For the record.</param>
    /// <param name="host">Who is asked and told.</param>
    /// <param name="time">For speeds.</param>
    /// <param name="parts">What the round hands on when it completes.</param>
    public RoundOutput Train(LearningRate rate, IRoundHost host, TimeProvider time, Func<IReadOnlyDictionary<string, byte[]>> parts)
    {
        var start = _checkpoint is { } content ? Checked(_state.LoadCheckpoint(_key, content)) : TrainingCursor.At(_plan.FromEpoch);
        var loop = new TrainingLoop(_plan, start, new RoundReporter(_plan, rate, time, host), host) { Checkpoint = Checkpoint };
        var outcome = loop.Run();
        if (outcome == StopReason.Completed && !_state.IsFinite()) outcome = StopReason.Diverged;
        return outcome switch
        {
            StopReason.Completed => new RoundOutput(outcome, parts(), Summary(loop, loop.Cursor.EpochLoss ?? 0), null),
            StopReason.Diverged => RoundOutput.Of(outcome) with
            {
                Training = Summary(loop, loop.BadLoss ?? double.NaN),
                Notes = [Diverged(loop)],
            },
            _ => RoundOutput.Of(outcome),
        };
    }

    /// <summary>Where a checkpoint says that it stands, which must be a place of this round.</summary>
    private TrainingCursor Checked(TrainingCursor cursor)
    {
        var (from, to, steps) = (_plan.FromEpoch, _plan.ToEpoch, _plan.StepsPerEpoch);
        var isThere = cursor.Epoch == to ? cursor.Batch == 0 : cursor.Epoch >= from && cursor.Epoch < to && cursor.Batch >= 0 && cursor.Batch < steps;
        return isThere ? cursor : throw new CheckpointException(
            $"the checkpoint stands at step {cursor.Batch} of epoch {cursor.Epoch}; its round has epochs {from} to {to} of {steps} steps");
    }

    private TrainingCheckpoint Checkpoint(TrainingCursor cursor) => new(_state.Checkpoint(_key, cursor), StepsDone(cursor), cursor.Epoch);

    private TrainingSummary Summary(TrainingLoop loop, double loss) =>
        new(loop.Cursor.Epoch - _plan.FromEpoch, StepsDone(loop.Cursor), loss, loop.Cursor.FeatureSpread, loop.Cursor.Knn);

    private string Diverged(TrainingLoop loop)
    {
        var (step, epoch) = (StepsDone(loop.Cursor), loop.Cursor.Epoch);
        var what = "the weights became infinite or not numbers";
        if (loop.BadLoss is { } loss) (what, step, epoch) = ($"the loss became {loss.ToString(CultureInfo.InvariantCulture)}", step + 1, epoch + 1);
        return $"{what} at step {step} of {_plan.Steps} (epoch {epoch} of {_plan.StageEpochs})";
    }

    private long StepsDone(TrainingCursor cursor) => (long)(cursor.Epoch - _plan.FromEpoch) * _plan.StepsPerEpoch + cursor.Batch;
}
