using System.CommandLine;
using SimXir.Dynamics;
using SimXir.Report;

namespace SimXir.Cli;

/// <summary><c>simxir dynamics iris</c>: Figure 3.</summary>
public static class DynamicsIrisCommand
{
    /// <summary>Both readings have settled by then.</summary>
    private const int EnoughSteps = 200;

    public static Command Create()
    {
        var steps = NumberOptions.Whole("--steps", "The last step", EnoughSteps, most: 100_000);
        var output = new DynamicsOutput();
        var command = new Command("iris", "Figure 3: clustering accuracy on Iris after each step of averaging") { steps };
        output.AddTo(command);
        command.SetGuarded((parsed, _) =>
        {
            var averaged = IrisExperiment.Accuracies(IrisData.Points, IrisData.Labels, parsed.GetValue(steps));
            var propagated = IrisExperiment.PropagatedAccuracies(IrisData.Points, IrisData.Labels, parsed.GetValue(steps));
            return Task.FromResult(output.Tell(
                parsed, () => IrisText.Of(averaged, propagated), () => new { IrisExperiment.Radius, averaged, propagated }, () => [IrisFigure.Of(averaged, propagated)]));
        });
        return command;
    }
}
