using SimXir.Experiments;

namespace SimXir.Method;

/// <summary>Whoever runs rounds. All calls come on the thread of <see cref="RoundEngine.Run"/>; what a call throws ends the round and
/// reaches the caller.</summary>
public interface IRoundHost
{
    /// <summary>Asked after every training step, and between the pieces of an evaluation: it must be quick.</summary>
    StepRequest AfterStep();

    /// <summary>Keeps a checkpoint; the bytes are the host's from then on.</summary>
    void Save(TrainingCheckpoint checkpoint);

    /// <summary>A point of the training curve: at the end of each epoch and every 50 steps of it; of an evaluation, after each epoch of the paper's
    /// probe.</summary>
    void Record(MetricRecord point);

    /// <summary>After the first step, then at most a few times a second.</summary>
    void Progress(RoundProgress progress);
}
