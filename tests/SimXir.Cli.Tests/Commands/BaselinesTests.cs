using System.Text.Json;
using SimXir.Testing;

namespace SimXir.Cli.Tests;

/// <summary><c>simxir data baselines</c>.</summary>
public sealed class BaselinesTests : IDisposable
{
    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Baselines_OfASpec_AreAboveChanceForEveryDataset()
    {
        var spec = Spec.WriteTo(_folder.Path, Spec.Blocks);
        var json = await SimXirProcess.RunAsync("data", "baselines", spec, "--json");

        Assert.Equal(0, json.ExitCode);
        using var document = JsonDocument.Parse(json.Output);
        var row = document.RootElement.GetProperty("baselines").EnumerateArray().Single();
        Assert.Equal("fashion-mnist-sample", row.GetProperty("dataset").GetString());
        foreach (var features in (string[])["rawPixels", "normalisedPixels", "untrainedEncoder"])
        {
            foreach (var accuracy in row.GetProperty("knn").GetProperty(features).GetProperty("cosine").EnumerateObject())
                Assert.InRange(accuracy.Value.GetDouble(), 0.2, 1);
        }

        var text = await SimXirProcess.RunAsync("data", "baselines", spec);
        Assert.StartsWith("Fashion-MNIST sample, kNN top-1 %\n", text.Output, StringComparison.Ordinal);
        Assert.Contains("\n  untrained encoder, Euclidean", text.Output, StringComparison.Ordinal);
    }
}
