using System.Collections.Immutable;

namespace SimXir.Host;

/// <summary>Fewer points that look like all of them: of each stretch the one that spans the largest triangle with its neighbours.</summary>
/// <remarks>Largest-Triangle-Three-Buckets, S. Steinarsson, "Downsampling Time Series for Visual Representation", University of Iceland 2013,
/// section 4.2: peaks stay, unlike with means or every n-th point.</remarks>
internal static class Downsampling
{
    /// <param name="points">In the order of their steps.</param>
    /// <param name="most">3 or more.</param>
    public static ImmutableArray<StepValue> Keep(IReadOnlyList<StepValue> points, int most)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 3);
        if (points.Count <= most) return [.. points];
        var kept = ImmutableArray.CreateBuilder<StepValue>(most);
        kept.Add(points[0]);
        var stretch = (points.Count - 2) / (double)(most - 2);
        for (var at = 0; at < most - 2; at++)
        {
            var (begin, end) = (1 + (int)(at * stretch), 1 + (int)((at + 1) * stretch));
            var next = Mean(points, end, Math.Min(1 + (int)((at + 2) * stretch), points.Count));
            kept.Add(Farthest(points, begin, end, kept[^1], next));
        }
        kept.Add(points[^1]);
        return kept.MoveToImmutable();
    }

    private static StepValue Farthest(IReadOnlyList<StepValue> points, int begin, int end, StepValue before, (double Step, double Value) next)
    {
        var (best, largest) = (points[begin], -1.0);
        for (var at = begin; at < end; at++)
        {
            var area = Math.Abs(((before.Step - next.Step) * (points[at].Value - before.Value)) - ((before.Step - points[at].Step) * (next.Value - before.Value)));
            if (area > largest) (best, largest) = (points[at], area);
        }
        return best;
    }

    private static (double Step, double Value) Mean(IReadOnlyList<StepValue> points, int begin, int end)
    {
        var (step, value) = (0.0, 0.0);
        for (var at = begin; at < end; at++) (step, value) = (step + points[at].Step, value + points[at].Value);
        var count = Math.Max(1, end - begin);
        return begin < end ? (step / count, value / count) : (points[^1].Step, points[^1].Value);
    }
}
