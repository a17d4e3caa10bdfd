using System.Text.Json;
using SimXir.Testing;

namespace SimXir.Cli.Tests;

public sealed class RunTests
{
    private static readonly string[] Datasets = ["cifar10", "cifar100", "svhn"];
    private static readonly int[] Seeds = [0, 1];
    private static readonly string[] Treatments = ["baseline", "simxir", "variant"];

    [Fact]
    public async Task Run_OnThreeDatasets_CompletesEveryCellAndServesTheSecondCallFromTheStore()
    {
        var data = SharedFolder.Require("data");
        using var folder = new TempDirectory();
        string[] call = ["run", Spec.WriteTo(folder.Path, Spec.RealData), "--store", folder.Combine("store"), "--data", data, "--json"];

        var first = await SimXirProcess.RunAsync(call);

        Assert.True(first.ExitCode == 0, first.ToString());
        using var result = JsonDocument.Parse(first.Output);
        AssertForm(result.RootElement);
        Assert.All(result.RootElement.GetProperty("cells").EnumerateArray(), cell => Assert.False(cell.GetProperty("cached").GetBoolean()));

        var second = await SimXirProcess.RunAsync(call);

        Assert.True(second.ExitCode == 0, second.ToString());
        Assert.Equal(Enumerable.Repeat(true, 18), Cells.CachedOf(second.Output));
        Assert.Equal(first.Output, second.Output.Replace("\"cached\":true", "\"cached\":false", StringComparison.Ordinal));
        Assert.Contains("was done before: what the store holds is verified and served", second.Errors, StringComparison.Ordinal);
    }

    /// <summary>The object that design and README promise to programs, name by name.</summary>
    private static void AssertForm(JsonElement result)
    {
        Assert.Equal(["sweep", "state", "cells", "ledger"], Cells.NamesOf(result));
        Assert.Equal("real", result.GetProperty("sweep").GetString());
        Assert.Equal("Completed", result.GetProperty("state").GetString());
        Assert.Equal(
            ["usefulSeconds", "redoneSeconds", "startupSeconds", "checkpointSeconds", "idleSeconds", "wastedSeconds"],
            Cells.NamesOf(result.GetProperty("ledger")));
        Assert.True(result.GetProperty("ledger").GetProperty("usefulSeconds").GetDouble() > 0);
        var cells = result.GetProperty("cells").EnumerateArray().ToArray();
        Assert.Equal(
            from dataset in Datasets
            from seed in Seeds
            from treatment in Treatments
            select (dataset, "simsiam", seed, treatment),
            cells.Select(cell => (cell.GetProperty("dataset").GetString()!, cell.GetProperty("method").GetString()!, cell.GetProperty("seed").GetInt32(), cell.GetProperty("treatment").GetString()!)));
        Assert.All(cells, AssertFigures);
    }

    private static void AssertFigures(JsonElement cell)
    {
        Assert.Equal(
            ["dataset", "method", "seed", "treatment", "state", "knn", "linear", "featureSpread", "collapsed", "weights", "attempts", "cached"], Cells.NamesOf(cell));
        Assert.Equal("Completed", cell.GetProperty("state").GetString());
        Assert.Equal(["cosine", "euclidean"], Cells.NamesOf(cell.GetProperty("knn")));
        foreach (var distance in cell.GetProperty("knn").EnumerateObject())
        {
            Assert.Equal(["5", "11"], Cells.NamesOf(distance.Value));
            Assert.All(distance.Value.EnumerateObject(), top => Assert.InRange(top.Value.GetDouble(), 0.001, 1));
        }
        var linear = cell.GetProperty("linear").GetProperty("converged");
        Assert.Equal(["top1", "top5"], Cells.NamesOf(linear));
        Assert.InRange(linear.GetProperty("top1").GetDouble(), 0.001, linear.GetProperty("top5").GetDouble());
        Assert.Matches("^sha256:[0-9a-f]{64}$", cell.GetProperty("weights").GetString());
        Assert.Equal(1, cell.GetProperty("attempts").GetInt32());
    }
}
