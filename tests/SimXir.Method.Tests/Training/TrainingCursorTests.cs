namespace SimXir.Method.Tests;

public sealed class TrainingCursorTests
{
    [Fact]
    public void After_StepsOfAnEpoch_AveragesItsLosses()
    {
        var cursor = TrainingCursor.At(4);
        Assert.Null(cursor.Loss);
        cursor = cursor.After(1, stepsPerEpoch: 3).After(3, 3);
        Assert.Equal((4, 2, 2.0), (cursor.Epoch, cursor.Batch, cursor.Loss));
        cursor = cursor.After(5, 3);
        Assert.Equal((5, 0, 3.0), (cursor.Epoch, cursor.Batch, cursor.EpochLoss));
        Assert.Equal(3.0, cursor.Loss);
    }
}
