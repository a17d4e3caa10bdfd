namespace SimXir.Method.Tests;

public sealed class TileKernelTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(77)]
    public void Multiply_AnyKernel_SumsInOrderWithOneRoundingAStep(int depth)
    {
        foreach (var kernel in (TileKernel[])[new TileKernel512(), new TileKernel256()])
        {
            using var queries = Neighbourhood.Random(kernel.Rows - 1, depth, seed: 1);
            using var bank = Neighbourhood.Random(kernel.Columns - 1, depth, seed: 2);
            using Panels a = new(queries.Count, kernel.Rows, depth), b = new(bank.Count, kernel.Columns, depth);
            a.Fill(queries, 0, queries.Count, threads: 1);
            b.Fill(bank, 0, bank.Count, threads: 1);
            var tile = new float[kernel.Rows * kernel.Columns];
            kernel.Multiply(a[0], b[0], tile);
            for (var row = 0; row < kernel.Rows; row++)
                for (var column = 0; column < kernel.Columns; column++)
                    Assert.Equal(Expected(row, column), tile[row * kernel.Columns + column]);

            float Expected(int row, int column)
            {
                var sum = 0f;
                if (row >= queries.Count || column >= bank.Count) return sum;
                for (var d = 0; d < depth; d++) sum = MathF.FusedMultiplyAdd(queries[row][d], bank[column][d], sum);
                return sum;
            }
        }
    }

    [Fact]
    public void Find_WithEitherKernel_GivesTheSame()
    {
        using var bank = Neighbourhood.Random(700, 30, seed: 1);
        using var queries = Neighbourhood.Random(21, 30, seed: 2);
        var (wide, narrow) = (Find(new TileKernel512()), Find(new TileKernel256()));
        Assert.Equal(wide.Cosine, narrow.Cosine);
        Assert.Equal(wide.Euclidean, narrow.Euclidean);

        NeighbourTable Find(TileKernel kernel) => NearestNeighbours.Find(bank, queries, 9, KnnMetric.Both, threads: 2, kernel: kernel);
    }
}
