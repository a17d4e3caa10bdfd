using SimXir.Testing;

namespace SimXir.Cli.Tests;

public sealed class InterruptTests(FinishedSweep uninterrupted)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    [Fact]
    public async Task Run_InterruptedWhileItTrains_StopsAtACheckpointAndSaysHowToGoOn()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGINT that one process can send another");
        using var folder = new TempDirectory();
        var (spec, store) = (Spec.WriteTo(folder.Path, Spec.Blocks), new TestStore(folder.Combine("store")));
        await using var process = SimXirProcess.Start("run", spec, "--store", store.Path, "--json");
        await process.UntilSaidAsync("pretrain 1/3  ");
        var key = await store.KeyAsync("blocks", "pretrain 1/3");
        while (!process.HasExited && await store.HeadAsync(key) is null) await Task.Delay(Look, TimeProvider.System, TestContext.Current.CancellationToken);

        var stopped = await process.InterruptAsync();

        Assert.True(stopped.ExitCode == 130, stopped.ToString());
        Assert.Empty(stopped.Output);
        Assert.EndsWith(
            $"Stopping at a checkpoint …\nStopped; nothing is lost. To go on: simxir run {spec} --store {store.Path}\n", stopped.Errors, StringComparison.Ordinal);
        var head = (await store.HeadAsync(key))!;
        Assert.True(head.Step > 0 || head.Prepared is not null, $"no checkpoint in {head}");

        var result = await SimXirProcess.RunAsync("run", spec, "--store", store.Path, "--json");

        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains("it goes on", result.Errors, StringComparison.Ordinal);
        Assert.Equal(await uninterrupted.WeightsAsync(), Cells.WeightsOf(result.Output));
        Assert.Contains("Preempted: it was asked to give its slot back", await store.WhyAsync("blocks/fashion-mnist-sample/simsiam/0/baseline"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_InterruptedBeforeItsSweepIsSubmitted_ExitsAsInterrupted()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGINT that one process can send another");
        using var folder = new TempDirectory();
        var (spec, store) = (Spec.WriteTo(folder.Path, Spec.Tiny), folder.Combine("store"));
        await using var claim = await new TestStore(store).ClaimAsync();
        await using var process = SimXirProcess.Start("run", spec, "--store", store);
        await process.UntilSaidAsync("is claimed by process");

        var stopped = await process.InterruptAsync();

        Assert.True(stopped.ExitCode == 130, stopped.ToString());
        Assert.EndsWith($"Stopped; nothing is lost. To go on: simxir run {spec} --store {store}\n", stopped.Errors, StringComparison.Ordinal);
    }
}
