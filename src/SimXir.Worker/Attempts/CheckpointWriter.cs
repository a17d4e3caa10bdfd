using SimXir.Experiments;
using SimXir.Method;
using SimXir.Store;

namespace SimXir.Worker;

/// <summary>
/// Uploads checkpoints behind the training thread's back, one at a time: the part, then the metrics up to it, then the head that names it.
/// An upload that fails is a warning, and the next checkpoint tries again; training stops only when none has succeeded for <see cref="StoreOutage.Longest"/>,
/// or when the fault is none that passes, such as a full disk.
/// </summary>
public sealed partial class CheckpointWriter(AttemptContext context, MetricsWriter metrics, AttemptSignals signals, AttemptLedger ledger, ILogger log)
{
    /// <summary>An upload may take this part of the time between two.</summary>
    private const int LeastShare = 50;

    private Task _upload = Task.CompletedTask;
    private TimeSpan _took;
    private long _succeeded = context.Time.GetTimestamp();

    /// <summary>The fault that ended the attempt, where one did.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>The head as the last checkpoint left it; null before the first.</summary>
    public HeadUpdate.Done? Head { get; private set; }

    public bool IsBusy => !_upload.IsCompleted;

    /// <summary>How long after one checkpoint the next is due.</summary>
    public TimeSpan Interval => _took * LeastShare > context.Options.CheckpointEvery ? _took * LeastShare : context.Options.CheckpointEvery;

    /// <summary>Begins an upload; called by the training thread, which goes on at once.</summary>
    public void Start(TrainingCheckpoint checkpoint)
    {
        var (before, spent) = (_upload, ledger.ToDate());
        _upload = Task.Run(async () =>
        {
            await before;
            await UploadAsync(checkpoint, spent);
        });
    }

    /// <summary>Waits for the upload under way.</summary>
    public Task FlushAsync() => _upload;

    private async Task UploadAsync(TrainingCheckpoint checkpoint, SlotLedger spent)
    {
        var began = context.Time.GetTimestamp();
        try
        {
            var part = await context.Parts.PutAsync(checkpoint.Content);
            await metrics.FlushAsync();
            var head = new HeadCheckpoint(part, checkpoint.Step, checkpoint.Epoch, context.Time.GetUtcNow(), context.Lease.Fence);
            switch (await context.Rounds.AdvanceAsync(context.Key, head, spent))
            {
                case HeadUpdate.Done done:
                    Head = done;
                    ledger.Saved(spent);
                    if (done.Freed is { } freed) await context.Parts.DeleteAsync(freed);
                    break;
                case HeadUpdate.Fenced or HeadUpdate.AlreadyCommitted:
                    signals.Raise(AttemptSignal.Lost);
                    break;
            }
            _succeeded = context.Time.GetTimestamp();
        }
        catch (Exception fault)
        {
            LogNotUploaded(fault, context.Key, checkpoint.Step);
            var passes = fault is not StoreException { IsTransient: false };
            if (passes && context.Time.GetElapsedTime(_succeeded) < StoreOutage.Longest) return; // the next checkpoint tries again
            Fault = fault;
            signals.Raise(AttemptSignal.StoreFailed);
        }
        finally
        {
            _took = context.Time.GetElapsedTime(began);
        }
    }
}
