using System.Text.Json.Nodes;
using SimXir.Testing;

namespace SimXir.Cli.Tests;

public sealed class GcTests(FinishedSweep finished) : IDisposable
{
    private static readonly string Orphan = new('a', 64);
    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Gc_OfAFinishedSweepsStore_TakesTheOrphanAndLeavesEveryResultVerified()
    {
        var store = await AgedAsync();
        var file = WriteOrphan(store);

        var announced = await SimXirProcess.RunAsync("gc", "--dry-run", "--store", store.Path);
        Assert.Equal(new SimXirResult(0, Told("Would delete", store), ""), announced);
        Assert.True(File.Exists(file));
        Assert.Equal(new SimXirResult(0, Told("Deleted", store), ""), await SimXirProcess.RunAsync("gc", "--store", store.Path));
        Assert.False(File.Exists(file));

        var again = await SimXirProcess.RunAsync("run", Spec.WriteTo(_folder.Path, Spec.Blocks), "--store", store.Path, "--json");
        Assert.Equal(0, again.ExitCode);
        Assert.All(Cells.CachedOf(again.Output), Assert.True);
        Assert.Equal(await finished.WeightsAsync(), Cells.WeightsOf(again.Output));
        var json = JsonNode.Parse((await SimXirProcess.RunAsync("gc", "--store", store.Path, "--json")).Output)!.AsObject();
        Assert.Equal(["dryRun", "before", "deleted", "spared", "total"], json.Select(pair => pair.Key));
        Assert.Equal(0, (int)json["total"]!["objects"]!);
    }

    [Fact]
    public async Task Gc_OfASweepWhosePlanWasTaken_TakesAllOfIt()
    {
        var store = await AgedAsync();
        Directory.Delete(Path.Combine(store.Path, "sweeps"), recursive: true);

        Assert.Equal(0, (await SimXirProcess.RunAsync("gc", "--store", store.Path)).ExitCode);

        var left = Directory.EnumerateFiles(store.Path, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(store.Path, path));
        Assert.All(left, name => Assert.Matches(@"^(grains/directory/0\.json|grains/pool/default\.json|\.locks/.*)$", name));
    }

    [Fact]
    public async Task Gc_WithAPlanThatCannotBeRead_DeletesNothingAndSaysWhy()
    {
        var store = await AgedAsync();
        var file = WriteOrphan(store);
        await File.WriteAllTextAsync(Path.Combine(store.Path, "sweeps", "blocks", "plan.json"), "{}", TestContext.Current.CancellationToken);

        var result = await SimXirProcess.RunAsync("gc", "--store", store.Path);

        Assert.Equal((1, ""), (result.ExitCode, result.Output));
        Assert.StartsWith($"simxir: store '{store.Path}': 'sweeps/blocks/plan.json' is corrupt: ", result.Errors, StringComparison.Ordinal);
        Assert.EndsWith(". It might refer to anything, so nothing was deleted\n", result.Errors, StringComparison.Ordinal);
        Assert.True(File.Exists(file));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("soon")]
    public async Task Gc_WithAGraceThatCannotBe_IsRefused(string grace) => Assert.Equal(
        new SimXirResult(2, "", $"simxir: --grace '{grace}' is out of range; allowed are 1 to 525600 minutes\n'simxir gc --help' tells more.\n"),
        await SimXirProcess.RunAsync("gc", "--grace", grace));

    private static string Told(string what, TestStore store) => $"""
        {what} from {store.Path} what no sweep and no import refers to:
          parts                  1 object          6 B
          round records         0 objects          0 B
          grain records         0 objects          0 B
          in all                 1 object          6 B

        """;

    /// <summary>A part with a name of its own, whatever its hash is: nobody reads it.</summary>
    private static string WriteOrphan(TestStore store)
    {
        var file = store.PartFile(new(Orphan, 6));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, "orphan");
        Age(file);
        return file;
    }

    private async Task<TestStore> AgedAsync()
    {
        var store = await finished.CopyAsync(_folder);
        foreach (var file in Directory.EnumerateFiles(store.Path, "*", SearchOption.AllDirectories)) Age(file);
        return store;
    }

    private static void Age(string file) => File.SetLastWriteTimeUtc(file, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-2));
}
