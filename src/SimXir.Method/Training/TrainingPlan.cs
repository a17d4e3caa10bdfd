using SimXir.Experiments;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>What a training round does.</summary>
internal sealed record TrainingPlan
{
    public required LearningMethod Method { get; init; }

    public required Optimizer Optimizer { get; init; }

    public required ImageSet Images { get; init; }

    public required ViewRenderer Renderer { get; init; }

    public required KnnMonitor? Monitor { get; init; }

    /// <summary>Images a step; at most as many as there are.</summary>
    public required int Batch { get; init; }

    public required int Seed { get; init; }

    /// <summary>0 for pretraining, t for round t of Algorithm 1.</summary>
    public required int Round { get; init; }

    /// <summary>The first epoch of this round, counted from 0 over the whole stage.</summary>
    public required int FromEpoch { get; init; }

    /// <summary>The epoch before which this round ends.</summary>
    public required int ToEpoch { get; init; }

    /// <summary>Epochs of the whole stage, over which the schedule runs.</summary>
    public required int StageEpochs { get; init; }

    /// <summary>Of the images and what the backbone makes of them; features, losses, gradients and weights are float32 always.</summary>
    public required Precision Precision { get; init; }

    public required Device Device { get; init; }

    public required int Threads { get; init; }

    /// <summary>Whether the monitor looks when so many epochs are done: at even intervals of the stage, and at this round's end.</summary>
    public bool WatchesAt(int epoch) => Monitor is not null && (epoch % Monitor.EveryEpochs == 0 || epoch == ToEpoch);

    /// <summary>The rest of an epoch's images that does not fill a batch is dropped.</summary>
    public int StepsPerEpoch => Images.Count / Batch;

    public long Steps => (long)(ToEpoch - FromEpoch) * StepsPerEpoch;

    public long StageSteps => (long)StageEpochs * StepsPerEpoch;
}
