using System.Text.Json.Nodes;

namespace SimXir.Cli.Tests;

[Trait("Runs", "beside others")]
public sealed class BenchGridTests
{
    [Fact]
    public async Task Grid_AsJson_IsOneObjectWithItsSettings()
    {
        var result = await SimXirProcess.RunAsync("bench", "grid", "--rounds", "20", "--slots", "2", "--json");
        Assert.Equal((0, ""), (result.ExitCode, result.Errors));
        var figure = JsonNode.Parse(result.Output)!.AsObject();
        Assert.Equal(("grid", "rounds/s"), ((string)figure["name"]!, (string)figure["unit"]!));
        var config = figure["config"]!.AsObject();
        Assert.Equal((20, 2), ((int)config["rounds"]!, (int)config["slots"]!));
        Assert.Equal(1 / (double)config["secondsPerRound"]!, (double)figure["value"]!, 1e-6);
        Assert.All(
            ["secondsPerRoundOfOneSlot", "submitToFirstRoundSeconds", "metricPointsPerSecond"], (string name) => Assert.True((double)config[name]! > 0));
    }

    [Fact]
    public async Task Grid_WithAnOddNumberOfRounds_IsRefused() =>
        Refusal.Assert(await SimXirProcess.RunAsync("bench", "grid", "--rounds", "7"), "--rounds 7 is odd, but every second round evaluates the one before; use 8");
}
