using SimXir.Testing;

namespace SimXir.Cli.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("'simxir' needs a command; known: run, silo, submit, watch, list, status, table, report, export, why, pause, resume, cancel, priority, data, checkpoint, chaos, gc, selftest, bench, dynamics", "simxir")]
    [InlineData("'simxir' has no command 'rnu'; did you mean 'run'? known: run, silo, submit, watch, list, status, table, report, export, why, pause, resume, cancel, priority, data, checkpoint, chaos, gc, selftest, bench, dynamics", "simxir", "rnu", "quickstart")]
    [InlineData("'simxir data' has no command 'czech'; known: list, check, fetch, push, baselines", "simxir data", "data", "czech", "cifar10")]
    [InlineData("'simxir bench' needs a command; known: train, augment, knn, grid, dynamics", "simxir bench", "bench")]
    [InlineData("--k '0' is out of range; allowed are 1 to 10000", "simxir bench knn", "bench", "knn", "--k", "0")]
    [InlineData("--metric: Argument 'manhattan' not recognized. Must be one of: 'cosine' 'euclidean' 'both'", "simxir bench knn", "bench", "knn", "--metric", "manhattan")]
    [InlineData("'simxir list' has no option '--jsno'; did you mean '--json'? it has --store, --cluster, --json", "simxir list", "list", "--jsno")]
    [InlineData("'two' is one argument too many for 'simxir status'", "simxir status", "status", "one", "two")]
    [InlineData("Required argument 'SPEC' missing for command: 'run'", "simxir run", "run")]
    [InlineData("Required argument missing for option: '--store'", "simxir run", "run", "quickstart", "--store")]
    [InlineData("'simxir checkpoint' needs a command; known: inspect, import, export", "simxir checkpoint", "checkpoint")]
    [InlineData("Option '--name' is required", "simxir checkpoint import", "checkpoint", "import", "a.pth")]
    [InlineData("Required argument 'WHAT' missing for command: 'export'", "simxir checkpoint export", "checkpoint", "export", "--out", "a")]
    [InlineData("--checkpoint-every '0' is out of range; allowed are 0.1 to 86400 seconds", "simxir run", "run", "quickstart", "--checkpoint-every", "0")]
    [InlineData("--slots-per-gpu 'x' is out of range; allowed are 1 to 64", "simxir run", "run", "quickstart", "--slots-per-gpu", "x")]
    [InlineData("--format: Argument 'xml' not recognized. Must be one of: 'text' 'md' 'csv' 'latex' 'json'", "simxir table", "table", "mini", "--format", "xml")]
    public async Task CommandLine_ThatCannotBe_IsRefusedWithOneMessage(string message, string help, params string[] arguments)
    {
        var result = await SimXirProcess.RunAsync(arguments);

        Refusal.Assert(result, $"{message}\n'{help} --help' tells more.");
    }

    [Fact]
    public async Task Slots_BeyondTheCores_AreRefusedAlsoFromTheEnvironment()
    {
        var result = await RunWithSlotsAsync("9999");

        Refusal.Assert(
            result, $"SIMXIR_SLOTS '9999' is out of range; allowed are 1 to {Environment.ProcessorCount}, the cores of this machine\n'simxir run --help' tells more.");
    }

    [Fact]
    public async Task Store_FromTheEnvironment_IsUsed()
    {
        using var folder = new TempDirectory();
        await using var process = SimXirProcess.Start(["list"], new Dictionary<string, string?> { ["SIMXIR_STORE"] = folder.Path });

        var result = await process.EndAsync();

        Assert.Equal(new SimXirResult(0, $"No sweep in {folder.Path}.\n", ""), result);
    }

    private static async Task<SimXirResult> RunWithSlotsAsync(string slots)
    {
        await using var process = SimXirProcess.Start(["run", "quickstart"], new Dictionary<string, string?> { ["SIMXIR_SLOTS"] = slots });
        return await process.EndAsync();
    }
}
