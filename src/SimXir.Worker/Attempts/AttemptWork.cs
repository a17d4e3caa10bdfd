using System.Collections.Immutable;
using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Method;
using SimXir.Store;

namespace SimXir.Worker;

/// <summary>An attempt's way from its lease to its commit.</summary>
public sealed class AttemptWork(AttemptContext context, AttemptSignals signals, LeaseKeeper keeper, AttemptLedger ledger, ILogger log)
{
    private readonly DateTimeOffset _started = context.Time.GetUtcNow();
    private readonly StoreOutage _outage = new(signals, context.Time);

    /// <summary>Expected ends are outcomes; faults come out as exceptions.</summary>
    public async Task<AttemptOutcome> RunAsync()
    {
        var taken = await _outage.WaitOutAsync(() => context.Lease.Untouched
            ? context.Rounds.TakeFirstAsync(context.Key, context.Lease.Fence)
            : context.Rounds.TakeAsync(context.Key, context.Lease.Fence));
        if (taken is HeadUpdate.AlreadyCommitted) return AttemptOutcome.Decided;
        if (taken is HeadUpdate.Fenced fenced) return Lost(fenced.By);
        var head = (HeadUpdate.Done)taken;
        ledger.Begin(head.Head.Ledger);
        if (context.Lease.Recipe is not WorkRecipe recipe) return AttemptOutcome.Stopped(StopReason.DataFault, CannotBeMade());

        var inputs = new AttemptInputs(context, log);
        var dataset = await context.Datasets.LoadAsync(recipe.Dataset);
        var parent = await inputs.ReadParentAsync();
        var checkpoint = await inputs.ReadCheckpointAsync(head.Head);
        var resumeStep = checkpoint?.Checkpoint.Step ?? 0;

        var curves = new MetricsLog(context.Store);
        var again = head.Head.Attempts > 1;
        var reached = again ? (await curves.ReadAsync(context.Key)).Points.LastOrDefault()?.Step + 1 ?? 0 : 0;
        using var metrics = new MetricsWriter(
            again ? await curves.BeginAsync(context.Key, context.Lease.Fence, resumeStep, _started) : curves.Begin(context.Key, context.Lease.Fence, _started),
            AttemptInputs.StageOffset(context.Lease.Recipe, dataset),
            context.Time);
        var checkpoints = new CheckpointWriter(context, metrics, signals, ledger, log);
        var beginning = new AttemptBeginning(checkpoint is { } found ? found.Content : null, resumeStep, Math.Max(reached, context.Lease.ReachedStep));

        var output = await TrainAsync(dataset, parent, beginning, checkpoints, metrics);
        context.Clock.Switch(SlotTime.Checkpoint);
        await checkpoints.FlushAsync();
        return output.Outcome == StopReason.Preempted
            ? await StoppedAsync(checkpoints, metrics)
            : await CommitAsync(checkpoints.Head ?? head, output, metrics);
    }

    /// <summary>On a thread of its own: a round takes hours, and its native code blocks.</summary>
    private Task<RoundOutput> TrainAsync(
        Dataset dataset,
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> parent,
        AttemptBeginning beginning,
        CheckpointWriter checkpoints,
        MetricsWriter metrics)
    {
        var host = new AttemptHost(signals, keeper, checkpoints, metrics, context.Clock, context.Time, beginning, context.Device.Name);
        var inputs = new RoundInputs(dataset, parent, beginning.Checkpoint is { } content ? content.AsMemory() : (ReadOnlyMemory<byte>?)null, context.Device.Threads, context.Device.Device);
        if (context.Lease.Recipe is EvaluateRecipe) context.Clock.Switch(SlotTime.Useful);
        return Task.Factory.StartNew(
            () => context.Runner.Run(context.Lease.Recipe, inputs, host),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
    }

    private async Task<AttemptOutcome> StoppedAsync(CheckpointWriter checkpoints, MetricsWriter metrics)
    {
        switch (signals.Current)
        {
            case AttemptSignal.Lost:
                return Lost(null);
            case AttemptSignal.StoreFailed:
                throw checkpoints.Fault!;
            case AttemptSignal.Cancel:
                return AttemptOutcome.Stopped(StopReason.Cancelled, "a user asked");
            default:
                await metrics.FlushAsync();
                return AttemptOutcome.Stopped(StopReason.Preempted, "it was asked to give its slot back; it goes on from its checkpoint");
        }
    }

    private async Task<AttemptOutcome> CommitAsync(HeadUpdate.Done head, RoundOutput output, MetricsWriter metrics)
    {
        using var span = GridTrace.Start("simxir.commit");
        var parts = ImmutableSortedDictionary.CreateBuilder<string, PartRef>(StringComparer.Ordinal);
        foreach (var (name, content) in output.Parts) parts[name] = await _outage.WaitOutAsync(() => context.Parts.PutAsync(content, checkExisting: true));
        await _outage.WaitOutAsync(metrics.FinishAsync);
        var manifest = new RoundManifest
        {
            Key = context.Key,
            Recipe = context.Lease.Recipe,
            Outcome = output.Outcome,
            Fence = context.Lease.Fence,
            Attempts = head.Head.Attempts,
            Parts = parts.ToImmutable(),
            Training = output.Training,
            Evaluation = output.Evaluation,
            Notes = output.Notes,
            Environment = RunEnvironments.Of(context.Device),
            StartedAt = _started,
            CommittedAt = context.Time.GetUtcNow(),
            Ledger = ledger.ToDate(),
        };
        switch (await _outage.WaitOutAsync(() => context.Rounds.CommitAsync(manifest, head)))
        {
            case CommitOutcome.Fenced fenced:
                return Lost(fenced.By);
            case CommitOutcome.Committed committed:
                ledger.Saved(manifest.Ledger);
                foreach (var freed in committed.Freed) await _outage.WaitOutAsync(() => context.Parts.DeleteAsync(freed));
                return AttemptOutcome.Committed(manifest);
            default:
                ledger.Lost(StopReason.LeaseLost);
                return AttemptOutcome.Decided;
        }
    }

    /// <summary>An import's round is asked of a worker only when what it had committed has been found gone or damaged.</summary>
    private string CannotBeMade() =>
        $"the weights of {context.Lease.Title} are gone from the store or damaged, and no training brings them back; "
        + $"import the file again: simxir checkpoint import FILE --name {context.Lease.Title.Split(' ')[^1]}";

    private static AttemptOutcome Lost(long? by) => AttemptOutcome.LeaseLost(by is null ? "its lease is another's or ran out" : $"fence {by} has taken the round over");
}
