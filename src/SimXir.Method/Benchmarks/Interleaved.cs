namespace SimXir.Method;

/// <summary>Two things timed in turn, so that a change in the machine's load meets both alike.</summary>
/// <param name="Seconds">The median time of the one that is judged.</param>
/// <param name="BaseSeconds">The median time of the one that it is held against.</param>
/// <param name="Ratio">The median over pairs of the first's time over the second's.</param>
internal sealed record Interleaved(double Seconds, double BaseSeconds, double Ratio)
{
    /// <summary>Runs each once to warm up, then pair after pair.</summary>
    /// <param name="judged">What is judged.</param>
    /// <param name="yardstick">What it is held against.</param>
    /// <param name="pairs">1 or more.</param>
    /// <param name="time">Measures.</param>
    public static Interleaved Measure(Action judged, Action yardstick, int pairs, TimeProvider time)
    {
        judged();
        yardstick();
        var runs = new (double Judged, double Yardstick)[pairs];
        for (var pair = 0; pair < pairs; pair++) runs[pair] = (Seconds(judged), Seconds(yardstick));
        return new Interleaved(
            Median.Of(runs.Select(run => run.Judged)),
            Median.Of(runs.Select(run => run.Yardstick)),
            Median.Of(runs.Select(run => run.Judged / run.Yardstick)));

        double Seconds(Action action)
        {
            var start = time.GetTimestamp();
            action();
            return time.GetElapsedTime(start).TotalSeconds;
        }
    }
}
