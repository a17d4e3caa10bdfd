using System.Globalization;

namespace SimXir.Experiments;

/// <summary>Whether MoCo's queue and BatchNorm groups go with a batch.</summary>
public static class MocoFit
{
    /// <summary>What does not fit, or null; its line is 0.</summary>
    /// <param name="spec">The method's options.</param>
    /// <param name="batch">Images a step.</param>
    public static SpecFault? Fault(MocoSpec spec, int batch)
    {
        ArgumentNullException.ThrowIfNull(spec);
        var keys = spec.Symmetric ? 2 * batch : batch;
        if (spec.Queue % keys != 0)
        {
            var what = spec.Symmetric ? $"the {keys} keys of a symmetric step with pretrain.batch {batch} do" : $"pretrain.batch {batch} does";
            return new SpecFault(
                0,
                "moco.queue",
                string.Create(CultureInfo.InvariantCulture, $"{what} not divide the queue of {spec.Queue}"),
                string.Create(CultureInfo.InvariantCulture, $"allowed are multiples of {keys}"),
                string.Create(CultureInfo.InvariantCulture, $"A queue of {Math.Max(1, (spec.Queue + (keys / 2)) / keys) * keys} is near."));
        }

        return batch % spec.BatchNormSplits == 0
            ? null
            : new SpecFault(
                0,
                "moco.batchNormSplits",
                string.Create(CultureInfo.InvariantCulture, $"{spec.BatchNormSplits} groups do not divide pretrain.batch {batch}"),
                "allowed are divisors of the batch",
                "Change one of the two.");
    }
}
