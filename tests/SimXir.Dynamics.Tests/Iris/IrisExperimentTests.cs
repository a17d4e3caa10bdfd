namespace SimXir.Dynamics.Tests;

public sealed class IrisExperimentTests
{
    /// <summary>The paper: 89 % to 96 %. Counted in flowers of 150: 134, 136 from the first step, 137 from the 12th, 145 from the 27th.</summary>
    [Fact]
    public void Accuracies_FiftySteps_AreThoseOfFigure3()
    {
        var accuracies = IrisExperiment.Accuracies(IrisData.Points, IrisData.Labels, 50);

        int[] flowers = [134, .. Enumerable.Repeat(136, 11), .. Enumerable.Repeat(137, 15), .. Enumerable.Repeat(145, 24)];
        Assert.Equal(flowers.Select(count => count / 150.0), accuracies);
    }

    /// <summary>Read the other way, the paper's 96 % is exactly 96.00 %: 144 flowers.</summary>
    [Fact]
    public void PropagatedAccuracies_AllSteps_GoFrom89To96Percent()
    {
        var accuracies = IrisExperiment.PropagatedAccuracies(IrisData.Points, IrisData.Labels, 400);

        Assert.Equal(134 / 150.0, accuracies[0]);
        Assert.Equal(142 / 150.0, accuracies[159]);
        Assert.All(accuracies[160..], accuracy => Assert.Equal(144 / 150.0, accuracy));
    }

    [Fact]
    public void Accuracies_NoStep_IsThatOfThePointsThemselves() =>
        Assert.Equal([1], IrisExperiment.Accuracies([[0], [1], [5], [6]], [1, 1, 0, 0], steps: 0, radius: 1));
}
