using System.CommandLine;
using SimXir.Dynamics;
using SimXir.Report;

namespace SimXir.Cli;

/// <summary><c>simxir dynamics theorems</c>: a verdict on each of the paper's statements.</summary>
public static class DynamicsTheoremsCommand
{
    public static Command Create()
    {
        var cases = NumberOptions.Whole("--cases", "Random cases to try", 1000, most: 1_000_000);
        var seed = new Option<int>("--seed") { Description = "Of the random cases", DefaultValueFactory = _ => 0, HelpName = "N" };
        var threads = BenchOptions.Threads();
        var output = new DynamicsOutput();
        var command = new Command("theorems", "Search for counterexamples to theorems 4.3, 4.4, 4.6, 4.7 and conjecture 4.5") { cases, seed, threads };
        output.AddTo(command);
        command.SetGuarded((parsed, cancellation) =>
        {
            var results = TheoremSearch.Run(parsed.GetValue(cases), parsed.GetValue(seed), parsed.GetValue(threads), cancellation);
            return Task.FromResult(output.Tell(
                parsed,
                () => TheoremText.Of(parsed.GetValue(cases), parsed.GetValue(seed), results),
                () => new { cases = parsed.GetValue(cases), seed = parsed.GetValue(seed), claims = results.Select(Json) },
                () => Figures(results)));
        });
        return command;
    }

    private static IEnumerable<Figure> Figures(IReadOnlyList<ClaimResult> results) =>
    [
        .. KnownCases.All.Select(known => TheoremFigure.Of(known.Key, known.Value)),
        .. results.Where(result => result.Example is not null).Select(result => TheoremFigure.Of(result.Name, result.Example!)),
    ];

    private static object Json(ClaimResult result) => new
    {
        result.Theorem,
        result.Name,
        result.Text,
        result.Condition,
        result.Verdict,
        result.Cases,
        result.Held,
        example = result.Example is { } example
            ? new
            {
                example.Geometry,
                example.Step,
                example.What,
                groups = example.Case.Groups.Select(group => new { representations = group.F0.ToRows(), neighbours = group.Lists }),
            }
            : null,
    };
}
