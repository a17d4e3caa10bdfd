using static TorchSharp.torch;

namespace SimXir.Method.Tests;

public sealed class ConvergedProbeTests
{
    [Fact]
    public void Judge_SeparatedClasses_IsRightAndConverged()
    {
        using var train = Clusters(300, spread: 0.1, seed: 1);
        using var test = Clusters(90, spread: 0.1, seed: 2);
        var outcome = ConvergedProbe.Judge(train, test);
        Assert.True(outcome.Converged, $"{outcome}");
        Assert.Equal(1, outcome.Accuracy.Top1);
        Assert.Equal(1, outcome.Accuracy.Top5);
    }

    [Fact]
    public void Judge_OverlappingClasses_ReachesTheMinimum()
    {
        using var train = Clusters(400, spread: 3, seed: 1);
        using var test = Clusters(200, spread: 3, seed: 2);
        var outcome = ConvergedProbe.Judge(train, test);
        Assert.True(outcome.Converged, $"{outcome}");
        Assert.InRange(outcome.LargestGradient, 0, ConvergedProbe.Tolerance);
        Assert.InRange(outcome.Accuracy.Top1, 0.4, 0.95);
        Assert.Equal(outcome, ConvergedProbe.Judge(train, test));
    }

    [Fact]
    public void Judge_ScaledAndShiftedFeatures_GivesTheSame()
    {
        using var train = Clusters(300, spread: 2, seed: 1);
        using var test = Clusters(200, spread: 2, seed: 2);
        using var trainMoved = new FeatureMatrix(train.Features * 100 + 7, train.Labels, train.Classes);
        using var testMoved = new FeatureMatrix(test.Features * 100 + 7, test.Labels, test.Classes);
        Assert.Equal(ConvergedProbe.Judge(train, test).Accuracy, ConvergedProbe.Judge(trainMoved, testMoved).Accuracy);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Judge_ConstantDimensionOrOneClass_Works(int classes)
    {
        using var generator = new Generator(1, CPU);
        using var features = new FeatureMatrix(cat([randn([60, 4], generator: generator), ones(60, 1)], 1), [.. Enumerable.Range(0, 60).Select(i => i % classes)], 10);
        var outcome = ConvergedProbe.Judge(features, features);
        Assert.True(outcome.Converged, $"{outcome}");
        Assert.Equal(1, outcome.Accuracy.Top5);
        if (classes == 1) Assert.Equal(1, outcome.Accuracy.Top1);
    }

    [Fact]
    public void Minimise_Quadratic_FindsTheMinimum()
    {
        using var scope = NewDisposeScope();
        var (scales, centre) = (tensor((double[])[1, 10, 1000]), tensor((double[])[3, -2, 0.5]));
        var solver = new Lbfgs(history: 5, maxIterations: 200, tolerance: 1e-10, precondition: gradient => gradient / 1000);
        var result = solver.Minimise(zeros(3, ScalarType.Float64), x => (((x - centre).pow(2) * scales).sum().item<double>() / 2, (x - centre) * scales), pause: null);
        Assert.InRange((result.X - centre).abs().max().item<double>(), 0, 1e-9);
        Assert.InRange(result.Iterations, 1, 60);
    }

    /// <summary>Three classes at the corners of a triangle, in four dimensions.</summary>
    private static FeatureMatrix Clusters(int count, double spread, ulong seed)
    {
        using var generator = new Generator(seed, CPU);
        var labels = Enumerable.Range(0, count).Select(i => i % 3).ToArray();
        var centres = tensor(new float[,] { { 2, 0, 0, 1 }, { 0, 2, 0, 1 }, { 0, 0, 2, 1 } });
        return new FeatureMatrix(centres[tensor(labels, ScalarType.Int64)] + randn([count, 4], generator: generator) * spread, labels, 3);
    }
}
