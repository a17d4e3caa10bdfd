using SimXir.Experiments;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>Trains: epochs of steps, from the cursor on, until the plan's last epoch, a loss that is not finite, or the host's
/// word.</summary>
internal sealed class TrainingLoop(TrainingPlan plan, TrainingCursor start, RoundReporter reporter, IRoundHost host)
{
    /// <summary>Makes the checkpoint of a place between two steps.</summary>
    public required Func<TrainingCursor, TrainingCheckpoint> Checkpoint { get; init; }

    /// <summary>Where the loop stands.</summary>
    public TrainingCursor Cursor { get; private set; } = start;

    /// <summary>The loss that ended the round, where it diverged.</summary>
    public double? BadLoss { get; private set; }

    public StopReason Run()
    {
        using var views = new ViewBatches(plan);
        plan.Method.train();
        while (Cursor.Epoch < plan.ToEpoch)
        {
            var epoch = Cursor.Epoch;
            var order = DataOrder.Of(plan.Seed, plan.Round, epoch, plan.Images.Count);
            while (Cursor.Epoch == epoch)
            {
                var done = (long)epoch * plan.StepsPerEpoch + Cursor.Batch;
                var loss = Step(views, order.AsSpan(Cursor.Batch * plan.Batch, plan.Batch), epoch, done);
                if (!double.IsFinite(loss))
                {
                    BadLoss = loss;
                    return StopReason.Diverged;
                }
                Cursor = Cursor.After(loss, plan.StepsPerEpoch);
                if (Cursor.Epoch > epoch) Watch();
                reporter.StepDone(Cursor, done + 1);
                if ((done + 1) % Allocator.TrimEverySteps == 0) Allocator.Trim();

                var request = host.AfterStep();
                if (request is StepRequest.Checkpoint or StepRequest.CheckpointAndStop) host.Save(Checkpoint(Cursor));
                if (request is StepRequest.Stop or StepRequest.CheckpointAndStop) return StopReason.Preempted;
            }
        }
        return StopReason.Completed;
    }

    /// <returns>The batch's loss; where it is not finite the weights stay as they were.</returns>
    private double Step(ViewBatches views, ReadOnlySpan<int> samples, int epoch, long done)
    {
        using var scope = NewDisposeScope();
        var (x1, x2) = views.Draw(samples, epoch);
        plan.Method.BeforeStep(done);
        var loss = plan.Method.forward(x1, x2);
        var value = loss.item<float>();
        if (!float.IsFinite(value)) return value;

        plan.Optimizer.ClearGradients();
        loss.backward();
        plan.Optimizer.Step(done);
        plan.Method.AfterStep(done + 1, plan.StageSteps);
        return value;
    }

    private void Watch()
    {
        if (!plan.WatchesAt(Cursor.Epoch)) return;
        if (plan.Monitor!.Look(plan.Method.Encoder) is var (knn, spread)) Cursor = Cursor with { Knn = knn, FeatureSpread = spread };
    }
}
