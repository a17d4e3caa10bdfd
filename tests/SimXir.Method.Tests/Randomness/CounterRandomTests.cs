namespace SimXir.Method.Tests;

public sealed class CounterRandomTests
{
    [Fact]
    public void Draws_SameCoordinates_Repeat() =>
        Assert.Equal(Words(Coordinates(seed: 3, epoch: 5)), Words(Coordinates(seed: 3, epoch: 5)));

    [Fact]
    public void Draws_AnyOtherCoordinate_Differ()
    {
        uint[][] all =
        [
            Words(Coordinates()),
            Words(Coordinates(seed: 1)),
            Words(Coordinates(stream: RandomStream.Order)),
            Words(Coordinates(epoch: 1)),
            Words(Coordinates(sample: 1)),
            Words(Coordinates(view: 1)),
            Words(Coordinates(round: 1)),
        ];
        Assert.Equal(all.Length * all[0].Length, all.SelectMany(words => words).Distinct().Count());
    }

    /// <summary>The numbers behind every result: a change of them is a change of <c>Engine.Version</c>.</summary>
    [Fact]
    public void Draws_FixedCoordinates_AreTheseForEver()
    {
        var random = new CounterRandom(7, RandomStream.Views, epoch: 2, sample: 11, view: 1, round: 3);
        Assert.Equal(new Philox4x32(0, 1, 11, 2).Encrypt(7, (1u << 24) | 3).X0, random.NextUInt32());
        Assert.Equal([7, 1, 5, 2, 6, 3, 4, 0], new CounterRandom(0, RandomStream.Order).Permutation(8));
    }

    [Fact]
    public void NextSingleAndDouble_ManyDraws_AreUniformInUnitInterval()
    {
        const int n = 200_000;
        var random = Coordinates();
        double sum = 0, squares = 0;
        for (var i = 0; i < n; i++)
        {
            var value = i % 2 == 0 ? random.NextSingle() : random.NextDouble();
            Assert.InRange(value, 0, 1 - 1e-8);
            sum += value;
            squares += value * value;
        }

        // Five standard errors: sqrt(1/12/n) and sqrt(4/45/n).
        Assert.Equal(0.5, sum / n, 5 * Math.Sqrt(1 / 12.0 / n));
        Assert.Equal(1 / 3.0, squares / n, 5 * Math.Sqrt(4 / 45.0 / n));
    }

    [Fact]
    public void NextBelow_ManyDraws_IsUniform()
    {
        const int n = 100_000, range = 7;
        var random = Coordinates();
        var counts = new int[range];
        for (var i = 0; i < n; i++) counts[random.NextBelow(range)]++;
        Assert.InRange(ChiSquare(counts, n), 0, 30); // 6 degrees of freedom: p = 4e-5
    }

    /// <summary>A range of three quarters of 2^32 would show a modulo's bias: the lower third would come twice as often.</summary>
    [Fact]
    public void NextBelow_LargeRange_IsUnbiased()
    {
        const int n = 60_000, range = 1_610_612_736;
        var random = Coordinates();
        var counts = new int[3];
        for (var i = 0; i < n; i++) counts[random.NextBelow(range) / (range / 3)]++;
        Assert.InRange(ChiSquare(counts, n), 0, 20); // 2 degrees of freedom: p = 5e-5
    }

    [Fact]
    public void NextNormal_ManyDraws_HasNormalMoments()
    {
        const int n = 100_000;
        var random = Coordinates();
        double sum = 0, squares = 0, fourth = 0;
        for (var i = 0; i < n; i++)
        {
            var value = random.NextNormal();
            sum += value;
            squares += value * value;
            fourth += value * value * value * value;
        }

        Assert.Equal(0, sum / n, 5 / Math.Sqrt(n));
        Assert.Equal(1, squares / n, 5 * Math.Sqrt(2.0 / n));
        Assert.Equal(3, fourth / n, 5 * Math.Sqrt(96.0 / n));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    public void Permutation_AnySize_HoldsEachOnce(int n) =>
        Assert.Equal(Enumerable.Range(0, n), Coordinates().Permutation(n).Order());

    [Fact]
    public void Permutation_OfFour_IsUniformOverAll24()
    {
        const int n = 24_000;
        var counts = new Dictionary<string, int>();
        for (var epoch = 0; epoch < n; epoch++)
        {
            var order = string.Concat(Coordinates(epoch: epoch).Permutation(4));
            counts[order] = counts.GetValueOrDefault(order) + 1;
        }

        Assert.Equal(24, counts.Count);
        Assert.InRange(ChiSquare([.. counts.Values], n), 0, 63); // 23 degrees of freedom: p = 1e-5
    }

    [Fact]
    public void Draws_Thousands_AllocateNothing()
    {
        _ = Coordinates().NextNormal();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var sum = 0.0;
        for (var sample = 0; sample < 1000; sample++)
        {
            var random = Coordinates(sample: sample);
            sum += random.NextNormal() + random.NextBelow(5) + random.NextSingle();
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.True(double.IsFinite(sum));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(CounterRandom.MaxRound + 1)]
    public void Constructor_RoundOutOfRange_Throws(int round) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => { _ = Coordinates(round: round); });

    private static CounterRandom Coordinates(
        int seed = 0, RandomStream stream = RandomStream.Views, int epoch = 0, int sample = 0, int view = 0, int round = 0) =>
        new(seed, stream, epoch, sample, view, round);

    private static uint[] Words(CounterRandom random)
    {
        var words = new uint[12];
        for (var i = 0; i < words.Length; i++) words[i] = random.NextUInt32();
        return words;
    }

    private static double ChiSquare(int[] counts, int n)
    {
        var expected = (double)n / counts.Length;
        return counts.Sum(count => (count - expected) * (count - expected) / expected);
    }
}
