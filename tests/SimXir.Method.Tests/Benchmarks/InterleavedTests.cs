namespace SimXir.Method.Tests;

public sealed class InterleavedTests
{
    [Fact]
    public void Measure_EachTakesItsTime_GivesMediansOfPairs()
    {
        var clock = new StepClock();
        double[] judged = [100, 3, 8, 4], yardstick = [100, 1, 2, 4];
        var (j, y) = (0, 0);
        var times = Interleaved.Measure(() => clock.Seconds += judged[j++], () => clock.Seconds += yardstick[y++], pairs: 3, clock);
        Assert.Equal(new Interleaved(4, 2, 3), times);
    }

    private sealed class StepClock : TimeProvider
    {
        public double Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => (long)Seconds;
    }
}
