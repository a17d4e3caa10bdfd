namespace SimXir.Experiments.Tests;

public sealed class CellResultTests
{
    [Theory]
    [InlineData(CellState.Completed, 0.0499, true)]
    [InlineData(CellState.Completed, 0.05, false)]
    [InlineData(CellState.Completed, double.NaN, true)]
    [InlineData(CellState.Completed, null, null)]
    [InlineData(CellState.Running, 0.01, null)]
    public void Collapsed_AnySpread_IsToldOfJudgedCellsAlone(CellState state, double? spread, bool? collapsed)
    {
        var cell = new CellResult
        {
            Dataset = DatasetId.Parse("svhn"),
            Method = MethodId.Parse("simsiam"),
            Seed = 0,
            Treatment = Treatment.Baseline,
            State = state,
            FeatureSpread = spread,
        };
        Assert.Equal(collapsed, cell.Collapsed);
    }
}
