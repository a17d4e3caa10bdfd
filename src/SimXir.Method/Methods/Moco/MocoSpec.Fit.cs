using System.Globalization;

namespace SimXir.Experiments;

/// <summary>Whether MoCo's queue and BatchNorm groups go with a batch.</summary>
public sealed partial record MocoSpec
{
    public override SpecFault? Misfit(int batch)
    {
        var keys = Keys(batch);
        if (Queue % keys != 0)
        {
            var what = Symmetric ? $"the {keys} keys of a symmetric step with pretrain.batch {batch} do" : $"pretrain.batch {batch} does";
            return new SpecFault(
                0,
                "moco.queue",
                string.Create(CultureInfo.InvariantCulture, $"{what} not divide the queue of {Queue}"),
                string.Create(CultureInfo.InvariantCulture, $"allowed are multiples of {keys}"),
                string.Create(CultureInfo.InvariantCulture, $"A queue of {NearestQueue(keys)} is near."));
        }

        return batch % BatchNormSplits == 0
            ? null
            : new SpecFault(
                0,
                "moco.batchNormSplits",
                string.Create(CultureInfo.InvariantCulture, $"{BatchNormSplits} groups do not divide pretrain.batch {batch}"),
                "allowed are divisors of the batch",
                "Change one of the two.");
    }

    /// <summary>With the nearest queue, and without groups that do not divide the batch.</summary>
    public override MethodSpec FittedTo(int batch) =>
        this with { Queue = NearestQueue(Keys(batch)), BatchNormSplits = batch % BatchNormSplits == 0 ? BatchNormSplits : 1 };

    /// <summary>Keys that a step puts into the queue.</summary>
    private int Keys(int batch) => Symmetric ? 2 * batch : batch;

    private int NearestQueue(int keys) => Math.Max(1, (Queue + (keys / 2)) / keys) * keys;
}
