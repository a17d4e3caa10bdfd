using SimXir.Experiments;
using SimXir.Method;
using SimXir.Store;

namespace SimXir.Worker;

/// <summary>Fetches what an attempt starts from, every part held against its hash.</summary>
public sealed partial class AttemptInputs(AttemptContext context, ILogger log)
{
    /// <summary>The parts of the recipe's parent, by name; empty without one.</summary>
    /// <exception cref="ParentBrokenException">The parent's result is gone or damaged.</exception>
    public async Task<IReadOnlyDictionary<string, ReadOnlyMemory<byte>>> ReadParentAsync()
    {
        var parts = new Dictionary<string, ReadOnlyMemory<byte>>();
        foreach (var parent in context.Lease.Recipe.Parents)
        {
            try
            {
                var found = await context.Rounds.ReadCommittedAsync(parent, fence: null)
                    ?? throw new ParentBrokenException($"the result of its parent round {parent.Prefix} is gone from the store");
                foreach (var (name, part) in found.Manifest.Parts) parts[name] = await context.Parts.ReadAsync(part);
            }
            catch (Exception fault) when (fault is CorruptPartException or CorruptRecordException)
            {
                throw new ParentBrokenException(fault.Message);
            }
        }
        return parts;
    }

    /// <summary>The newest checkpoint that is whole; one that is not is taken out, and the one before it serves.</summary>
    public async Task<(HeadCheckpoint Checkpoint, byte[] Content)?> ReadCheckpointAsync(RoundHead head)
    {
        foreach (var checkpoint in new[] { head.Checkpoint, head.Previous }.OfType<HeadCheckpoint>())
        {
            try
            {
                return (checkpoint, await context.Parts.ReadAsync(checkpoint.Part));
            }
            catch (CorruptPartException fault)
            {
                LogUnusable(fault, context.Lease.Title, context.Key, checkpoint.Step);
                await context.Rounds.DropAsync(context.Key, context.Lease.Fence, checkpoint);
            }
        }
        return null;
    }

    /// <summary>How many steps of the stage lie before this round: its blocks share one schedule.</summary>
    public static long StageOffset(RoundRecipe recipe, Dataset dataset) =>
        recipe is PretrainRecipe pretrain ? (long)pretrain.FromEpoch * (dataset.Train.Count / pretrain.Pretrain.Batch) : 0;
}
