using SimXir.Testing;

namespace SimXir.Cli.Tests;

/// <summary>What <c>status</c>, <c>table</c>, <c>why</c> and <c>list</c> say where there is nothing to say.</summary>
public sealed class ReadingTests(FinishedSweep finished) : IDisposable
{
    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("status")]
    [InlineData("table")]
    [InlineData("why")]
    [InlineData("pause")]
    public async Task Sweep_ThatTheStoreDoesNotHold_IsRefusedWithThoseThatItHolds(string command)
    {
        var store = await finished.CopyAsync(_folder);

        Refusal.Assert(
            await SimXirProcess.RunAsync(command, "bolcks", "--store", store.Path), $"the store {store.Path} has no sweep 'bolcks'; did you mean 'blocks'? it holds blocks");
    }

    [Theory]
    [InlineData("list")]
    [InlineData("status", "mini")]
    [InlineData("table", "mini")]
    [InlineData("why", "mini")]
    public async Task Store_ThatIsMissing_IsRefusedAndNotMade(params string[] command)
    {
        var store = _folder.Combine("nowhere");

        Refusal.Assert(
            await SimXirProcess.RunAsync([.. command, "--store", store]), $"there is no store at '{store}'; 'simxir run SPEC' makes one, or name another with --store");
        Assert.False(Directory.Exists(store));
    }

    [Theory]
    [InlineData("blocks/fashion-mnist-sample/simsiam/7", "sweep 'blocks' has no blocks/fashion-mnist-sample/simsiam/7; it has blocks/fashion-mnist-sample/simsiam/0, each with baseline, simxir")]
    [InlineData("blocks/fashion-mnist-sample/simsiam/0/variant", "sweep 'blocks' has no blocks/fashion-mnist-sample/simsiam/0/Variant; it has blocks/fashion-mnist-sample/simsiam/0, each with baseline, simxir")]
    [InlineData("blocks/fashion-mnist-sample", "'blocks/fashion-mnist-sample' is no cell; the form is SWEEP[/DATASET/METHOD/SEED[/TREATMENT]]")]
    [InlineData("blocks/fashion-mnist-sample/simsiam/one", "'one' is no seed; the form is SWEEP[/DATASET/METHOD/SEED[/TREATMENT]]")]
    public async Task Cell_ThatTheSweepDoesNotHave_IsRefused(string cell, string message)
    {
        var store = await finished.CopyAsync(_folder);

        Refusal.Assert(await SimXirProcess.RunAsync("why", cell, "--store", store.Path), message);
    }

    [Fact]
    public async Task Name_OfAnotherPlan_IsRefusedWithWhatDiffers()
    {
        var store = await finished.CopyAsync(_folder);
        var spec = Spec.WriteTo(_folder.Path, Spec.Blocks.Replace("seeds: [0]", "seeds: [4]", StringComparison.Ordinal));

        Refusal.Assert(
            await SimXirProcess.RunAsync("run", spec, "--store", store.Path, "--json") is var result ? result with { Errors = LastLine(result.Errors) } : null!,
            $"the store {store.Path} holds another sweep named 'blocks' (it differs in seeds: there [0], here [4]); give this one another 'name:', or another --store");
    }

    private static string LastLine(string text) => text.TrimEnd('\n').Split('\n')[^1] + "\n";
}
