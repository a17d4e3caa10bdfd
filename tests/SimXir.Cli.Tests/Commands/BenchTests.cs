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
        Assert.Contains("\n  bank                  300\n", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("moco", "fp32")]
    [InlineData("byol", "bf16")]
    public async Task Train_AnyMethod_TellsItsSpeedAndItsMemory(string method, string precision)
    {
        var result = await SimXirProcess.RunAsync(
            "bench", "train", "--method", method, "--width", "16", "--batch", "24", "--precision", precision, "--threads", "1", "--steps", "2", "--json");
        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        var figure = JsonNode.Parse(result.Output)!.AsObject();
        Assert.Equal(("train", "views/s"), ((string)figure["name"]!, (string)figure["unit"]!));
        var config = figure["config"]!.AsObject();
        Assert.Equal((method, precision, 16, 24), ((string)config["method"]!, (string)config["precision"]!, (int)config["width"]!, (int)config["batch"]!));
        Assert.Equal(48 / (double)config["stepSeconds"]!, (double)figure["value"]!, 1e-6);
        Assert.True((double)config["managedBytesPerStep"]! > 0 && (long)config["peakResidentBytes"]! > 0);
    }

    [Fact]
    public async Task Augment_AsJson_IsOneObjectWithItsSettings()
    {
        var result = await SimXirProcess.RunAsync("bench", "augment", "--threads", "1", "--repeats", "2", "--json");
        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        var figure = JsonNode.Parse(result.Output)!.AsObject();
        Assert.Equal(("augment", "views/s"), ((string)figure["name"]!, (string)figure["unit"]!));
        Assert.InRange((double)figure["value"]!, (double)figure["config"]!["slowestViewsPerSecond"]!, (double)figure["config"]!["fastestViewsPerSecond"]!);
    }

    [Fact]
    public async Task Dynamics_AsJson_IsOneObjectWithItsSettings()
    {
        var result = await SimXirProcess.RunAsync("bench", "dynamics", "--points", "500", "--neighbours", "20", "--steps", "10", "--threads", "1", "--json");
        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        var figure = JsonNode.Parse(result.Output)!.AsObject();
        Assert.Equal(("dynamics", "s"), ((string)figure["name"]!, (string)figure["unit"]!));
        Assert.True((double)figure["value"]! > 0);
        var config = figure["config"]!;
        Assert.Equal((500, 2, 10, "unconstrained"), ((int)config["points"]!, (int)config["dims"]!, (int)config["steps"]!, (string)config["geometry"]!));
        Assert.InRange((double)config["averageNeighbours"]!, 15, 21);
    }
}
