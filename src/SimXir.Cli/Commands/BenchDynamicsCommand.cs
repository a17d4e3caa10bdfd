using System.CommandLine;
using System.Text.Json.Nodes;
using SimXir.Dynamics;
using SimXir.Method;

namespace SimXir.Cli;

/// <summary><c>simxir bench dynamics</c>: Table 4 of the paper on many points.</summary>
public static class BenchDynamicsCommand
{
    public static Command Create()
    {
        var points = NumberOptions.Whole("--points", "Points in the unit square", 100_000, most: 10_000_000);
        var neighbours = NumberOptions.Whole("--neighbours", "Of each point, on average", 50, most: 100_000);
        var steps = NumberOptions.Whole("--steps", "Rounds of averaging", 500, most: 1_000_000);
        var spherical = new Option<bool>("--spherical") { Description = "Average on the unit sphere (eq. 4.2) instead of anywhere (eq. 2.4)" };
        var (threads, json) = (BenchOptions.Threads(), CommonOptions.Json());
        var command = new Command("dynamics", "Time the neighbour-averaging dynamics (the paper's Table 4)") { points, neighbours, steps, spherical, threads, json };
        command.SetGuarded((parsed, _) => Task.FromResult(BenchCommand.Print(
            Run(new DynamicsBenchOptions(
                parsed.GetValue(points),
                parsed.GetValue(neighbours),
                parsed.GetValue(steps),
                parsed.GetValue(spherical) ? Geometry.Spherical : Geometry.Unconstrained,
                parsed.GetValue(threads))),
            parsed.GetValue(json))));
        return command;
    }

    private static BenchResult Run(DynamicsBenchOptions options)
    {
        if (options.Points < 3) throw new InputException($"--points {options.Points}: three or more are needed");
        var result = DynamicsBench.Run(options);
        return new BenchResult("dynamics", result.Total.TotalSeconds, "s", new JsonObject
        {
            ["points"] = options.Points,
            ["dims"] = 2,
            ["steps"] = options.Steps,
            ["geometry"] = options.Geometry.ToString().ToLowerInvariant(),
            ["threads"] = options.Threads,
            ["radius"] = result.Radius,
            ["averageNeighbours"] = (double)result.Edges / options.Points,
            ["searchSeconds"] = result.Search.TotalSeconds,
            ["stepSeconds"] = result.Averaging.TotalSeconds / options.Steps,
            ["allocatedBytes"] = result.AllocatedBytes,
            ["bytesPerEdge"] = (double)result.AllocatedBytes / result.Edges,
        });
    }
}
