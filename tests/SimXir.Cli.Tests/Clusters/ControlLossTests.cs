using SimXir.Grid;
using SimXir.Host;

namespace SimXir.Cli.Tests;

/// <summary>The loss of control silos, of Redis, and of everything, one after the other, while one sweep runs.</summary>
[Trait("Runs", "beside others")]
public sealed class ControlLossTests(UndisturbedSweep undisturbed)
{
    [Fact]
    public async Task Control_ThatDies_InterruptsNoTraining()
    {
        await using var sweep = await ClusterSweep.StartAsync(control: 2, workers: 1);

        await LoseOneControlSiloAsync(sweep);
        await LoseRedisAsync(sweep);
        await LoseAllControlSilosAsync(sweep);
        var first = await sweep.ManifestAsync("pretrain 1/3");
        await LoseEverythingAsync(sweep);

        var report = await sweep.EndAsync(undisturbed);
        Assert.Equal(1, first.Attempts);
        Assert.Equal((6, 7), (report.Rounds, report.Attempts));
    }

    private static async Task LoseOneControlSiloAsync(ClusterSweep sweep)
    {
        await sweep.UntilTrainingAsync("pretrain 1/3", step: 1);
        await sweep.Rig.Members.First(member => member.Role == SiloRole.Control).Process.KillAsync();
    }

    /// <summary>Redis is killed and comes back; then it comes back without anything: silos put their membership back. The silo that joins them then
    /// has a clock that is minutes behind.</summary>
    private static async Task LoseRedisAsync(ClusterSweep sweep)
    {
        await sweep.Rig.Redis.RestartAsync(empty: false);
        await sweep.Rig.Redis.RestartAsync(empty: true);
        await sweep.Rig.Start(SiloRole.Control, variables: WrongClock.Of(minutes: -9)).JoinedAsync();
    }

    /// <summary>All control silos are killed while a round is trained: it is trained on, and taken up by the next one.</summary>
    private static async Task LoseAllControlSilosAsync(ClusterSweep sweep)
    {
        await sweep.UntilTrainingAsync("pretrain 2/3", step: 1);
        foreach (var member in sweep.Rig.Members.Where(member => member.Role == SiloRole.Control)) await member.Process.KillAsync();
        await sweep.Rig.Start(SiloRole.Control).JoinedAsync();
        Assert.Equal(1, (await sweep.ManifestAsync("pretrain 2/3")).Attempts);
    }

    /// <summary>Every silo is killed at once: what was committed stays, what ran goes on from its checkpoint, also on a worker whose clock is minutes ahead.</summary>
    private static async Task LoseEverythingAsync(ClusterSweep sweep)
    {
        await sweep.UntilTrainingAsync("pretrain 3/3", step: 1);
        foreach (var member in sweep.Rig.Members) await member.Process.KillAsync();
        sweep.Rig.Start(SiloRole.Control);
        sweep.Rig.Start(SiloRole.Gpu, variables: WrongClock.Of(minutes: 7));
        var state = await sweep.StateAsync("pretrain 3/3");
        Assert.Equal((RoundStatus.Leased, 1), (state.Status, state.Attempts));
        Assert.Equal(2, (await sweep.ManifestAsync("pretrain 3/3")).Attempts);
    }
}
