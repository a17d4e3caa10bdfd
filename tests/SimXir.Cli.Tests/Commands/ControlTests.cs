using SimXir.Testing;

namespace SimXir.Cli.Tests;

/// <summary>Orders to a sweep that another process runs, and to one that nobody does.</summary>
public sealed class ControlTests(FinishedSweep finished) : IDisposable
{
    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_PausedResumedAndCancelledFromAnotherTerminal_ShowsItAndStartsAgain()
    {
        var store = _folder.Combine("store");
        var spec = Spec.WriteTo(_folder.Path, Spec.Blocks);
        string[] call = ["run", spec, "--store", store, "--checkpoint-every", "0.1"];
        await using var run = SimXirProcess.Start(call);
        await run.UntilSaidAsync("pretrain 1/3");

        var paused = await OrderAsync("pause", "blocks", store);
        Assert.StartsWith("Pausing blocks: running rounds checkpoint and give their slots back; 'simxir resume blocks' goes on from there. At work on this store is ", paused, StringComparison.Ordinal);
        await run.UntilSaidAsync("Paused: a user asked; 'simxir resume blocks' lets it go on.");
        await run.UntilSaidAsync("paused  [");
        Assert.Equal("blocks is paused already: a user asked.\n", await OrderAsync("pause", "blocks", store));
        Assert.StartsWith("blocks: Paused: a user asked\n", await OrderAsync("status", "blocks", store), StringComparison.Ordinal);
        Assert.StartsWith("sweep blocks: Paused, 0 of 2 cells completed, 2 paused\n", await OrderAsync("table", "blocks", store), StringComparison.Ordinal);

        await OrderAsync("resume", "blocks", store);
        await run.UntilSaidAsync("The sweep goes on.");
        await run.UntilSaidAsync("pretrain 2/3");
        await OrderAsync("cancel", "blocks", store);
        var cancelled = await run.EndAsync();

        Assert.Equal(1, cancelled.ExitCode);
        Assert.Contains("sweep blocks: Cancelled, 0 of 2 cells completed, 2 cancelled", cancelled.Output, StringComparison.Ordinal);
        Assert.Equal($"Cancelled; what was trained is kept. To start it again: simxir run {spec} --store {store}\n", cancelled.Errors);
        Refusal.Assert(
            await SimXirProcess.RunAsync("pause", "blocks", "--store", store),
            "sweep 'blocks' has ended (Cancelled), so there is nothing to pause; no sweep of this store is unfinished");

        Refusal.Assert(
            await SimXirProcess.RunAsync("priority", "blocks", "101", "--store", store) is var result ? result with { Errors = result.Errors.Split('\n')[0] + "\n" } : null!,
            "priority '101' is out of range; allowed are -100 to 100");

        await using var again = SimXirProcess.Start(call);
        await again.UntilSaidAsync("it was cancelled and starts again, from its checkpoints");
        await again.UntilSaidAsync("pretrain 2/3");
        await again.KillAsync();
        Assert.Contains("attempt 2 granted", await new TestStore(store).WhyAsync("blocks/fashion-mnist-sample/simsiam/0"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pause")]
    [InlineData("resume")]
    [InlineData("cancel")]
    public async Task Order_ToAnEndedSweep_IsRefused(string order)
    {
        var store = await finished.CopyAsync(_folder);

        Refusal.Assert(
            await SimXirProcess.RunAsync(order, "blocks", "--store", store.Path),
            $"sweep 'blocks' has ended (Completed), so there is nothing to {order}; no sweep of this store is unfinished");
    }

    private static async Task<string> OrderAsync(string command, string sweep, string store)
    {
        var result = await SimXirProcess.RunAsync(command, sweep, "--store", store);
        Assert.True(result.ExitCode == 0, result.ToString());
        return result.Output;
    }
}
