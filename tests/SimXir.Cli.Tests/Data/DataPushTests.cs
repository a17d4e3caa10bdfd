using SimXir.Testing;

namespace SimXir.Cli.Tests;

/// <summary>Machines without a data folder take datasets from the store.</summary>
[Trait("Runs", "beside others")]
public sealed class DataPushTests : IDisposable
{
    private static readonly string Small = Spec.Tiny
        .Replace("fashion-mnist-sample", "cifar10", StringComparison.Ordinal)
        .Replace("batch: 64", "batch: 16", StringComparison.Ordinal)
        .Replace("{ train: 256, test: 128 }", "{ train: 60, test: 12 }", StringComparison.Ordinal);

    private readonly TempDirectory _folder = new();

    public DataPushTests()
    {
        Directory.CreateDirectory(_folder.Combine("data", "cifar-10-batches-bin"));
        foreach (var (name, number) in SmallCifar.Names.Select((name, number) => (name, number))) File.WriteAllBytes(_folder.Combine("data", name), SmallCifar.Batch(number));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_WithoutData_TrainsOnWhatWasPushedAndBringsItHereOnce()
    {
        var spec = Spec.WriteTo(_folder.Path, Small);
        var without = await RunAsync("run", spec);
        Refusal.Assert(without, "dataset 'cifar10' needs the folder 'cifar-10-batches-bin'", "; nor is it in the store, where 'simxir data push' would put it from a machine that has it");

        var pushed = await RunAsync("data", "push", "cifar10", "--data", _folder.Combine("data"));
        Assert.True(pushed.ExitCode == 0, pushed.ToString());
        Assert.Matches($"^CIFAR-10 \\(cifar10\\) is in .*: 6 files, {6 * 12 * 3073} bytes, fingerprint [0-9a-f]{{64}}\n$", pushed.Output);

        var run = await RunAsync("run", spec, "--threads", "1", "--json");
        Assert.True(run.ExitCode == 0, run.ToString());
        var home = Assert.Single(Directory.GetDirectories(_folder.Combine("cache", "datasets")));
        Assert.Equal(pushed.Output.Trim()[^64..], Path.GetFileName(home));
        Assert.Equal(6, Directory.GetFiles(Path.Combine(home, "cifar-10-batches-bin")).Length);
    }

    [Fact]
    public async Task List_WithOneDatasetInTheFolder_SaysWhereEachIs()
    {
        var list = await RunAsync("data", "list", "--data", _folder.Combine("data"));

        Assert.True(list is { ExitCode: 0, Errors: "" }, list.ToString());
        Assert.Contains($"\ncifar10               CIFAR-10               10 classes  {_folder.Combine("data", "cifar-10-batches-bin")}\n", "\n" + list.Output, StringComparison.Ordinal);
        Assert.Contains("\nfashion-mnist-sample  Fashion-MNIST sample   10 classes  ships with the program\n", list.Output, StringComparison.Ordinal);
        Assert.Contains("\nsvhn                  SVHN                   10 classes  dataset 'svhn' needs the folder 'svhn'", list.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_WithData_LeavesItInTheStoreForThoseWithout()
    {
        var spec = Spec.WriteTo(_folder.Path, Small);

        var submitted = await RunAsync("submit", spec, "--data", _folder.Combine("data"));
        Directory.Delete(_folder.Combine("data"), recursive: true);
        var again = await RunAsync("submit", spec);

        Assert.True(submitted.ExitCode == 0, submitted.ToString());
        Assert.Contains("was in the store already", again.Output, StringComparison.Ordinal);
    }

    private async Task<SimXirResult> RunAsync(params string[] arguments)
    {
        var variables = new Dictionary<string, string?> { ["SIMXIR_STORE"] = _folder.Combine("store"), ["SIMXIR_CACHE"] = _folder.Combine("cache") };
        await using var process = SimXirProcess.Start(arguments, variables);
        return await process.EndAsync();
    }
}
