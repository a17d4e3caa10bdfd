using System.CommandLine;
using System.Text.Json;
using SimXir.Experiments;
using SimXir.Method;

namespace SimXir.Cli;

/// <summary><c>simxir bench</c>: figures of the user's own machine.</summary>
public static class BenchCommand
{
    public static Command Create() => new("bench", "Measure how fast this machine is") { BenchTrainCommand.Create(), Augment(), Knn(), BenchGridCommand.Create(), BenchDynamicsCommand.Create() };

    private static Command Knn()
    {
        var bank = NumberOptions.Whole("--bank", "Features to search among", 50_000, most: 10_000_000);
        var queries = NumberOptions.Whole("--queries", "Features to find neighbours of", 10_000, most: 10_000_000);
        var dimensions = NumberOptions.Whole("--dims", "Dimensions of a feature", 512, most: 65_536);
        var k = NumberOptions.Whole("--k", "Neighbours of each query", 21, most: 10_000);
        var metric = new Option<string>("--metric") { Description = "cosine, euclidean or both", DefaultValueFactory = _ => "both" };
        metric.AcceptOnlyFromAmong("cosine", "euclidean", "both");
        var (threads, pairs, json) = (BenchOptions.Threads(), BenchOptions.Pairs(), CommonOptions.Json());
        var command = new Command("knn", "Time the nearest-neighbour search and the bare matrix product in turn")
        {
            bank, queries, dimensions, k, metric, threads, pairs, json,
        };
        command.SetGuarded((parsed, _) =>
        {
            var result = KnnBench.Run(new KnnBenchOptions
            {
                Bank = parsed.GetValue(bank),
                Queries = parsed.GetValue(queries),
                Dimensions = parsed.GetValue(dimensions),
                K = parsed.GetValue(k),
                Metric = Enum.Parse<KnnMetric>(parsed.GetValue(metric)!, ignoreCase: true),
                Threads = parsed.GetValue(threads),
                Pairs = parsed.GetValue(pairs),
            });
            return Task.FromResult(Print(result, parsed.GetValue(json)));
        });
        return command;
    }

    private static Command Augment()
    {
        var repeats = NumberOptions.Whole("--repeats", "How many times a view of each of 512 images is drawn", 100, most: 1_000_000);
        var (threads, json) = (BenchOptions.Threads(), CommonOptions.Json());
        var command = new Command("augment", "Time SimSiam's random views") { threads, repeats, json };
        command.SetGuarded((parsed, _) =>
            Task.FromResult(Print(AugmentBench.Run(parsed.GetValue(threads), parsed.GetValue(repeats)), parsed.GetValue(json))));
        return command;
    }

    internal static int Print(BenchResult result, bool json)
    {
        if (json) Console.Out.WriteLine(JsonSerializer.Serialize(result, CorridorJson.Options));
        else Console.Out.Write(BenchText.Of(result));
        return ExitCode.Done;
    }
}
