using SimXir.Store;
using SimXir.Testing;

namespace SimXir.Cli.Tests;

/// <summary>A blob store that fails, is slow, loses answers, and is gone for a minute, while one sweep runs.</summary>
[Trait("Runs", "beside others")]
public sealed class StoreLossTests(UndisturbedSweep undisturbed, AzuriteServer azurite) : IClassFixture<AzuriteServer>
{
    private static readonly TimeSpan Gone = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Store_ThatFailsAndIsGone_StopsNoTraining()
    {
        await using var sweep = await ClusterSweep.StartAsync(control: 1, workers: 1, azurite.RequireStore());
        sweep.Rig.SetStoreFaults(new StoreFaults(0.1, 0.1, TimeSpan.FromSeconds(0.02)));

        await sweep.UntilTrainingAsync("pretrain 2/3", step: 1);
        sweep.Rig.SetStoreFaults(StoreFaults.Gone);
        await Task.Delay(Gone, TimeProvider.System, TestContext.Current.CancellationToken);
        sweep.Rig.SetStoreFaults(StoreFaults.None);

        var report = await sweep.EndAsync(undisturbed);
        Assert.Equal((6, 6), (report.Rounds, report.Attempts));
        Assert.Equal(0, report.Ledger.RedoneSeconds);
    }
}
