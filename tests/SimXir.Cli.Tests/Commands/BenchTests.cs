using System.Text.Json.Nodes;

namespace SimXir.Cli.Tests;

public sealed class BenchTests
{
    private static readonly string[] Small =
        ["bench", "knn", "--bank", "300", "--queries", "40", "--dims", "16", "--k", "5", "--metric", "cosine", "--threads", "1", "--pairs", "2"];

    [Fact]
    public async Task Knn_AsJson_IsOneObjectWithItsSettings()
    {
        var result = await SimXirProcess.RunAsync([.. Small, "--json"]);
        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        var figure = JsonNode.Parse(result.Output)!.AsObject();
        Assert.Equal(["name", "value", "unit", "config"], figure.Select(pair => pair.Key));
        Assert.Equal(("knn", "s"), ((string)figure["name"]!, (string)figure["unit"]!));
        Assert.True((double)figure["value"]! > 0);
        var config = figure["config"]!.AsObject();
        Assert.Equal((300, 40, 16, 5), ((int)config["bank"]!, (int)config["queries"]!, (int)config["dims"]!, (int)config["k"]!));
        Assert.Equal(("cosine", 1, 2), ((string)config["metric"]!, (int)config["threads"]!, (int)config["pairs"]!));
        Assert.True((double)config["productSeconds"]! > 0 && (double)config["ratio"]! > 0);
    }

    [Fact]
    public async Task Knn_AsText_HasTheSame()
    {
        var result = await SimXirProcess.RunAsync(Small);
        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        Assert.Matches("^knn: [0-9.E-]+ s\n", result.Output);
        Assert.Contains("\n  bank            300\n", result.Output, StringComparison.Ordinal);
    }
}
