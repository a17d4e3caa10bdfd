using SimXir.Experiments;
using static TorchSharp.torch;

namespace SimXir.Method;

/// <summary>Where the right labels stand among a linear classifier's scores.</summary>
internal static class LabelRanks
{
    /// <summary>A tie counts for the smaller label, and a score that is not a number loses to all others. With five classes or fewer the
    /// right label is always among the first five.</summary>
    /// <param name="scores">(N, C), float32 or float64.</param>
    /// <param name="labels">(N).</param>
    public static LinearResult Judge(Tensor scores, int[] labels)
    {
        if (labels.Length == 0) return new LinearResult(0, 0);
        using var scope = NewDisposeScope();
        var (values, classes) = (scores.to_type(ScalarType.Float64).cpu().contiguous().data<double>().ToArray(), (int)scores.shape[1]);
        var ranks = labels.Select((label, image) => Rank(values.AsSpan(image * classes, classes), label)).ToArray();
        return new LinearResult(Share(ranks, 1), Share(ranks, 5));
    }

    /// <summary>How many other labels come before.</summary>
    private static int Rank(ReadOnlySpan<double> scores, int label)
    {
        var (own, rank) = (scores[label], 0);
        for (var other = 0; other < scores.Length; other++)
        {
            var behind = scores[other] < own || (scores[other] == own && other >= label);
            if (other != label && !behind) rank++;
        }
        return rank;
    }

    private static double Share(int[] ranks, int top) => ranks.Length == 0 ? 0 : ranks.Count(rank => rank < top) / (double)ranks.Length;
}
