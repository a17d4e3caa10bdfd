using SimXir.Experiments;

namespace SimXir.Report.Tests;

public sealed class TextTableTests
{
    [Fact]
    public void Text_OneSeed_ShowsEncodersAndGains() => Assert.Equal(
        """
        sweep mini: Completed, 3 of 3 cells completed
        * SimXIR (eq. 3.1), † the variant of SimXIR (eq. 3.2)
        gains are points over baseline

        kNN cosine, top-1 %
                     n    k=5    k=7   k=11   k=15   k=17   k=21
        Fashion-MNIST sample, SimSiam
          baseline   1  70.00  69.80  69.40  69.00  68.80  68.40
          simxir *   1  70.41  70.21  69.81  69.41  69.21  68.81
          variant †  1  69.50  69.30  68.90  68.50  68.30  67.90
          gain *     1  +0.41  +0.41  +0.41  +0.41  +0.41  +0.41
          gain †     1  -0.50  -0.50  -0.50  -0.50  -0.50  -0.50

        kNN Euclidean, top-1 %
                     n    k=5    k=7   k=11   k=15   k=17   k=21
        Fashion-MNIST sample, SimSiam
          baseline   1  69.00  68.80  68.40  68.00  67.80  67.40
          simxir *   1  69.41  69.21  68.81  68.41  68.21  67.81
          variant †  1  68.50  68.30  67.90  67.50  67.30  66.90
          gain *     1  +0.41  +0.41  +0.41  +0.41  +0.41  +0.41
          gain †     1  -0.50  -0.50  -0.50  -0.50  -0.50  -0.50

        linear probe (converged), %
                     n  top-1  top-5
        Fashion-MNIST sample, SimSiam
          baseline   1  75.00  99.00
          simxir *   1  75.41  99.00
          variant †  1  74.50  99.00
          gain *     1  +0.41  +0.00
          gain †     1  -0.50  +0.00

        feature spread, 0 to 1
                     n  spread
        Fashion-MNIST sample, SimSiam
          baseline   1   0.500
          simxir *   1   0.500
          variant †  1   0.500

        1 of 3 cells were cached.
        slot time 4 min 12 s: useful 91.3 %, start-up 7.9 %, checkpoint 0.8 %

        """,
        TableWriter.Text(Samples.Quick));

    [Fact]
    public void Text_SeveralSeedsWithTrouble_SaysWhatIsMissingAndAveragesTheRest() => Assert.Equal(
        """
        sweep mini: Running, 5 of 9 cells completed, 1 waiting, 1 running, 1 diverged, 1 failed
        * SimXIR (eq. 3.1), † the variant of SimXIR (eq. 3.2)
        gains are points over baseline, paired by seed; ± is the standard deviation over n seeds

        kNN cosine, top-1 %
                        n          k=5          k=7         k=11         k=15         k=17         k=21
        CIFAR-10, SimSiam
          baseline !  2/3  45.00 ±7.07  44.80 ±7.07  44.40 ±7.07  44.00 ±7.07  43.80 ±7.07  43.40 ±7.07
          simxir *      3  51.33 ±9.61  51.13 ±9.61  50.73 ±9.61  50.33 ±9.61  50.13 ±9.61  49.73 ±9.61
          variant †   0/3  1 failed, 1 missing, 1 running
          gain *      2/3  +2.00 ±1.41  +2.00 ±1.41  +2.00 ±1.41  +2.00 ±1.41  +2.00 ±1.41  +2.00 ±1.41
          gain †      0/3            -            -            -            -            -            -
        SVHN, SimSiam
          baseline    0/1  waiting
          simxir *    0/1  missing
          variant †   0/1  missing
          gain *      0/1            -            -            -            -            -            -
          gain †      0/1            -            -            -            -            -            -

        kNN Euclidean, top-1 %
                        n          k=5          k=7         k=11         k=15         k=17         k=21
        CIFAR-10, SimSiam
          baseline !  2/3  44.00 ±7.07  43.80 ±7.07  43.40 ±7.07  43.00 ±7.07  42.80 ±7.07  42.40 ±7.07
          simxir *      3  50.33 ±9.61  50.13 ±9.61  49.73 ±9.61  49.33 ±9.61  49.13 ±9.61  48.73 ±9.61
          variant †   0/3  1 failed, 1 missing, 1 running
          gain *      2/3  +2.00 ±1.41  +2.00 ±1.41  +2.00 ±1.41  +2.00 ±1.41  +2.00 ±1.41  +2.00 ±1.41
          gain †      0/3            -            -            -            -            -            -
        SVHN, SimSiam
          baseline    0/1  waiting
          simxir *    0/1  missing
          variant †   0/1  missing
          gain *      0/1            -            -            -            -            -            -
          gain †      0/1            -            -            -            -            -            -

        linear probe (converged), %
                        n        top-1        top-5
        CIFAR-10, SimSiam
          baseline !  2/3  50.00 ±7.07  99.00 ±0.00
          simxir *      3  56.33 ±9.61  99.00 ±0.00
          variant †   0/3  1 failed, 1 missing, 1 running
          gain *      2/3  +2.00 ±1.41  +0.00 ±0.00
          gain †      0/3            -            -
        SVHN, SimSiam
          baseline    0/1  waiting
          simxir *    0/1  missing
          variant †   0/1  missing
          gain *      0/1            -            -
          gain †      0/1            -            -

        feature spread, 0 to 1
                        n        spread
        CIFAR-10, SimSiam
          baseline !  2/3  0.256 ±0.345
          simxir *      3  0.500 ±0.000
          variant †   0/3  1 failed, 1 missing, 1 running
        SVHN, SimSiam
          baseline    0/1  waiting
          simxir *    0/1  missing
          variant †   0/1  missing

        Means are over completed cells alone.
        cifar10 simsiam seed 0 variant failed: out of memory, three times: "batch 512"
        cifar10 simsiam seed 2 baseline diverged: the loss became NaN in epoch 3
        ! cifar10 simsiam seed 1 baseline collapsed: its feature spread 0.012 is below 0.05, so its figures say little.
        0 of 9 cells were cached.
        slot time 4 min 12 s: useful 91.3 %, start-up 7.9 %, checkpoint 0.8 %

        """,
        TableWriter.Text(Samples.Troubled));

    [Fact]
    public void Text_SixNeighboursAndSeveralSeeds_FitsIntoAHundredColumns() => Assert.All(
        TableWriter.Text(Samples.Troubled).Split('\n').Where(line => !line.StartsWith('!')),
        line => Assert.InRange(line.Length, 0, TableWriter.DefaultWidth));

    [Theory]
    [InlineData(60, "k=5 k=7 k=11")]
    [InlineData(45, "k=5 k=7")]
    [InlineData(1, "k=5")]
    public void Text_NarrowTerminal_CutsTheTable(int width, string firstColumns)
    {
        var text = TableWriter.Text(Samples.Troubled, width);
        var header = text.Split('\n').First(line => line.Contains("k=5", StringComparison.Ordinal));
        Assert.Equal($"n {firstColumns}", string.Join(' ', header.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(2, text.Split("k=21").Length - 1);
    }

    [Fact]
    public void Text_NothingJudgedYet_SaysSo() => Assert.Equal(
        """
        sweep mini: Waiting, 0 of 1 cells completed, 1 waiting

        No cell has a figure yet.

        Means are over completed cells alone.
        0 of 1 cells were cached.
        slot time 4 min 12 s: useful 91.3 %, start-up 7.9 %, checkpoint 0.8 %

        """,
        TableWriter.Text(Samples.Sweep(CellState.Waiting, Samples.Unjudged("svhn", Treatment.Baseline, 0, CellState.Waiting))));

    [Fact]
    public void Text_FigureOfSomeSeedsAlone_SaysOfHowMany()
    {
        var text = TableWriter.Text(Samples.Sweep(
            CellState.Completed,
            Samples.Judged("svhn", Treatment.Baseline, 0, 0.5, 0.5, 5, 7),
            Samples.Judged("svhn", Treatment.Baseline, 1, 0.7, 0.5, 5)));
        Assert.Contains("  baseline  2  60.00 ±14.14  49.80 (n=1)\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_GainOfATinyLoss_IsNotMinusZero()
    {
        var text = TableWriter.Text(Samples.Sweep(
            CellState.Completed,
            Samples.Judged("svhn", Treatment.Baseline, 0, 0.5, 0.5, 5),
            Samples.Judged("svhn", Treatment.SimXir, 0, 0.49999, 0.5, 5)));
        Assert.Contains("  gain *    1  +0.00\n", text, StringComparison.Ordinal);
    }
}
