using System.Text.Json;
using SimXir.Testing;

namespace SimXir.Cli.Tests;

/// <summary>The rig as a user has it.</summary>
[Trait("Runs", "beside others")]
public sealed class ChaosTests
{
    private static readonly string Short = Spec.Blocks.Replace("{ epochs: 18, batch: 64, blockEpochs: 6 }", "{ epochs: 12, batch: 64, blockEpochs: 4 }", StringComparison.Ordinal);

    /// <summary>Draws the loss of one control silo, then of all, then of one at a time: a draw of all again and again would leave a slow machine no time to train.</summary>
    private const string OneThenAll = "5728";

    [Fact]
    public async Task Chaos_OnASweepOfAUser_CountsNothingLostDoubledOrRunAgain()
    {
        Assert.SkipWhen(ProgramPath.Find("redis-server") is null, "no 'redis-server' on the PATH (Debian: apt install redis-server)");
        using var folder = new TempDirectory();
        string[] call = ["chaos", Spec.WriteTo(folder.Path, Short), "--kill", "silo", "--every", "12", "--seed", OneThenAll, "--workers", "1", "--store", folder.Combine("store")];

        var result = await SimXirProcess.RunAsync([.. call, "--json"]);

        Assert.True(result.ExitCode == 0, result.ToString());
        var report = JsonDocument.Parse(result.Output).RootElement;
        var held = report.GetProperty("invariants");
        Assert.InRange(report.GetProperty("faults").GetInt32(), 1, int.MaxValue);
        Assert.Equal((2, 2, 6, 6), (Count("cells"), Count("cellsCompleted"), Count("rounds"), Count("roundsCommitted")));
        Assert.All(["roundsCommittedTwice", "roundsRunAgain", "roundsDamaged", "roundsUnexplained"], name => Assert.Equal(0, Count(name)));

        int Count(string name) => held.GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task Chaos_OnAStoreThatIsInUse_IsRefused()
    {
        using var folder = new TempDirectory();
        var store = new TestStore(folder.Combine("store"));
        await using var claim = await store.ClaimAsync();

        var result = await SimXirProcess.RunAsync("chaos", Spec.WriteTo(folder.Path, Spec.Blocks), "--store", store.Path);

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith($"simxir: the store {store.Path} is in use by process {Environment.ProcessId} on ", result.Errors, StringComparison.Ordinal);
        Assert.EndsWith("; name another one with --store\n", result.Errors, StringComparison.Ordinal);
    }
}
