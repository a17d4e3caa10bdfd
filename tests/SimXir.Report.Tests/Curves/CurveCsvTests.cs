namespace SimXir.Report.Tests;

public sealed class CurveCsvTests
{
    [Fact]
    public void Write_Curve_IsARowForEachStep() => Assert.Equal(
        """
        sweep,dataset,method,seed,stage,round,step,epoch,loss,learning_rate,knn,feature_spread,views_per_second,at
        mini,cifar10,simsiam,3,pretrain,pretrain 1/2,8,1,-0.5,0.06,,,812,2026-01-02T03:04:05.2500000+00:00
        mini,cifar10,simsiam,3,pretrain,pretrain 2/2,16,2,NaN,0.03,0.25,0.5,,2026-01-02T03:04:15.2500000+00:00

        """,
        CurveCsv.Write([Curves.Pretraining]));
}
