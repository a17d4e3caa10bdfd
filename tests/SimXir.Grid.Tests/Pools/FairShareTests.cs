using CsCheck;
using SimXir.Experiments;

namespace SimXir.Grid.Tests;

/// <summary>Slot time among sweeps of one priority, with simulated slots.</summary>
public sealed class FairShareTests
{
    private static readonly SweepId Big = new("big");
    private static readonly SweepId Small = new("small");

    /// <summary>500 long rounds at once against 20 short ones at a time.</summary>
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(4, 1, 1)]
    [InlineData(8, 1, 1)]
    [InlineData(4, 3, 1)]
    [InlineData(8, 1, 4)]
    public void SlotTime_TwoSweepsOfOtherSizeAndRoundLength_IsSharedByWeight(int slots, double big, double small)
    {
        var (pool, random) = (new SimulatedPool(slots), new Random(20261125));
        const double Window = 8 * 3600;
        for (var round = 0; round < 8 * 3600 * slots / 200; round++) pool.Offer(Big, 200 + (200 * random.NextDouble()), big);
        var waiting = new HashSet<RoundKey>();
        while (pool.Now < Window)
        {
            while (waiting.Count < 20) waiting.Add(pool.Offer(Small, 5 + (20 * random.NextDouble()), small));
            foreach (var ended in pool.Step(Window)) waiting.Remove(ended);
        }

        Assert.InRange(pool.Received[Big] / pool.Received[Small] / (big / small), 0.9, 1.1);
        Assert.Equal(Window * slots, pool.Received.Values.Sum(), tolerance: 1);
    }

    [Fact]
    public void SlotTime_SweepThatComesLater_HasNoClaimOnTheTimeBefore()
    {
        var pool = new SimulatedPool(1);
        for (var round = 0; round < 300; round++) pool.Offer(Big, 10);
        while (pool.Now < 1000) pool.Step(1000);
        for (var round = 0; round < 300; round++) pool.Offer(Small, 10);
        while (pool.Now < 2000) pool.Step(2000);

        Assert.InRange(pool.Received[Small], 450, 550);
    }

    /// <summary>Whatever else arrives, at whatever moment and of whatever length, a round that waits is started.</summary>
    [Fact]
    public void AnyRound_AtEqualPriority_IsStartedAtLast() =>
        Gen.Select(Gen.Int[1, 4], Gen.Select(Gen.Int[0, 5], Gen.Double[0.1, 60], Gen.Double[0.1, 100]).Array[1, 30], Gen.Int[0, int.MaxValue]).Sample(
            (slots, arrivals, seed) =>
            {
                var (pool, random) = (new SimulatedPool(slots), new Random(seed));
                var mine = pool.Offer(new SweepId("mine"), 10, weight: 0.1);
                while (!pool.Started.Contains(mine) && pool.Now < 10_000)
                {
                    foreach (var (sweep, seconds, weight) in arrivals)
                    {
                        // Names of before and new ones: a flood of newcomers must not get ahead either.
                        var name = sweep == 0 ? $"new-{random.Next()}" : $"sweep-{sweep}";
                        pool.Offer(new SweepId(name), seconds, weight);
                    }
                    pool.Step(pool.Now + random.Next(1, 30));
                }
                return pool.Started.Contains(mine);
            },
            iter: 200);
}
