using System.Diagnostics;
using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Host;

namespace SimXir.Cli.Tests;

/// <summary>Workers that leave, die, hang and come back, one after the other, while one sweep runs.</summary>
[Trait("Runs", "beside others")]
public sealed class WorkerLossTests(UndisturbedSweep undisturbed)
{
    [Fact]
    public async Task Workers_ThatLeaveDieAndHang_CostNothingButTheirLastSeconds()
    {
        await using var sweep = await ClusterSweep.StartAsync(control: 1, workers: 1);

        await LeaveAsync(sweep);
        await DieAsync(sweep);
        await HangAsync(sweep);

        var report = await sweep.EndAsync(undisturbed);
        await AssertNothingRedoneAsync(sweep);
        Assert.Equal((6, 10), (report.Rounds, report.Attempts));
    }

    /// <summary>SIGTERM: it checkpoints, yields and leaves within 10 s; what it had trained is not trained again. Another joins, and has work within 5 s.</summary>
    private static async Task LeaveAsync(ClusterSweep sweep)
    {
        var worker = await sweep.UntilTrainingAsync("pretrain 1/3", step: 1);
        var asked = Stopwatch.GetTimestamp();
        Assert.Equal(0, await worker.Process.TerminateAsync());
        await AssertWithinAsync(10, asked, sweep);
        var state = await sweep.StateAsync("pretrain 1/3");
        Assert.Equal((RoundStatus.Waiting, 1), (state.Status, state.Failures.GetValueOrDefault(StopReason.Preempted)));

        var second = sweep.Rig.Start(SiloRole.Gpu);
        await second.JoinedAsync();
        var joined = Stopwatch.GetTimestamp();
        Assert.Same(second, await sweep.UntilTrainingAsync("pretrain 1/3"));
        await AssertWithinAsync(5, joined, sweep);
    }

    private static async Task AssertNothingRedoneAsync(ClusterSweep sweep)
    {
        var manifest = await sweep.ManifestAsync("pretrain 1/3");
        Assert.Equal(2, manifest.Attempts);
        Assert.InRange(manifest.Ledger.RedoneSeconds, 0, 1);
    }

    /// <summary>SIGKILL in mid-epoch: the round is trained elsewhere within 20 s of the kill.</summary>
    private static async Task DieAsync(ClusterSweep sweep)
    {
        await sweep.Rig.Start(SiloRole.Gpu).JoinedAsync();
        var worker = await sweep.UntilTrainingAsync("pretrain 2/3", step: 1);
        await worker.Process.KillAsync();
        var killed = Stopwatch.GetTimestamp();
        await sweep.UntilTrainingAsync("pretrain 2/3", but: worker);
        await AssertWithinAsync(20, killed, sweep);
    }

    /// <summary>SIGSTOP until another has taken over, then SIGCONT: its writes are refused, it notices, and it is as good as any: the other one leaves, and it does the rest.</summary>
    private static async Task HangAsync(ClusterSweep sweep)
    {
        await sweep.Rig.Start(SiloRole.Gpu).JoinedAsync();
        var zombie = await sweep.UntilTrainingAsync("pretrain 3/3", step: 1);
        zombie.Process.Stop();
        var heir = await sweep.UntilTrainingAsync("pretrain 3/3", but: zombie);
        zombie.Process.Continue();
        await sweep.UntilAsync(() => Task.FromResult(HasNoticed(zombie)), "the worker that had hung did not notice that its round is another's");
        Assert.Equal(0, await heir.Process.TerminateAsync());
    }

    private static async Task AssertWithinAsync(int seconds, long since, ClusterSweep sweep)
    {
        var took = Stopwatch.GetElapsedTime(since);
        TestContext.Current.TestOutputHelper?.WriteLine($"it took {took} of {seconds} s");
        Assert.True(took.TotalSeconds < seconds, $"it took {took} where {seconds} s are allowed:\n{await sweep.StoryAsync()}");
    }

    /// <summary>Its lease was refused, or the others had taken it for dead meanwhile and it has joined anew.</summary>
    private static bool HasNoticed(RigMember zombie) =>
        zombie.Process.Said.Contains("is another's now", StringComparison.Ordinal)
        || zombie.Process.Said.Split('\n').Count(line => line.StartsWith("joined: ", StringComparison.Ordinal)) == 2;
}
