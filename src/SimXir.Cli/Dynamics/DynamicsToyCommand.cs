using System.CommandLine;
using SimXir.Dynamics;
using SimXir.Report;

namespace SimXir.Cli;

/// <summary><c>simxir dynamics disjoint</c> and <c>overlap</c>: figures 4 and 5.</summary>
public static class DynamicsToyCommand
{
    /// <param name="name">Of the command and of its figure.</param>
    /// <param name="overlap">Whether groups intersect.</param>
    /// <param name="description">For the help.</param>
    public static Command Create(string name, bool overlap, string description)
    {
        var defaults = new ToyOptions { Overlap = overlap };
        var points = NumberOptions.Whole("--points", "Points in each group, 2 or more", defaults.PointsPerGroup, most: 5000);
        var eps = new Option<double>("--eps") { Description = "Neighbours are nearer than this", DefaultValueFactory = _ => defaults.Eps, HelpName = "R" };
        var steps = NumberOptions.Whole("--steps", "The last step", defaults.Steps, most: 100_000);
        var seed = new Option<int>("--seed") { Description = "Of inputs and first representations", DefaultValueFactory = _ => defaults.Seed, HelpName = "N" };
        var output = new DynamicsOutput();
        var command = new Command(name, description) { points, eps, steps, seed };
        output.AddTo(command);
        command.SetGuarded((parsed, _) =>
        {
            var options = defaults with { PointsPerGroup = parsed.GetValue(points), Eps = parsed.GetValue(eps), Steps = parsed.GetValue(steps), Seed = parsed.GetValue(seed) };
            var toy = FourGroups.Make(options);
            var runs = Enum.GetValues<Geometry>().Select(geometry => ToyRun.Of(toy, geometry, options.Steps, Shown(options))).ToArray();
            return Task.FromResult(output.Tell(parsed, () => ToyText.Of(options, toy, runs), () => new { options, runs = runs.Select(Json) }, () => [ToyFigure.Of(name, runs)]));
        });
        return command;
    }

    /// <summary>The paper's figures have four and five; it does not say after which steps.</summary>
    private static HashSet<int> Shown(ToyOptions options) => options.Overlap
        ? [0, options.Steps / 100, options.Steps / 25, options.Steps / 5, options.Steps]
        : [0, options.Steps / 100, options.Steps / 10, options.Steps];

    private static object Json(ToyRun run) => new
    {
        run.Geometry,
        steps = run.Measures.Select((measures, t) => new
        {
            t,
            measures.Diameter,
            measures.Distance,
            measures.Within,
            measures.Between,
            drift = run.Drift(t),
            measures.Diameters,
            measures.Means,
        }),
    };
}
