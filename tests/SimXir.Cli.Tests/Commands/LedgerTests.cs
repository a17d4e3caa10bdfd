using System.Text.Json;
using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Testing;

namespace SimXir.Cli.Tests;

/// <summary>A real run on one slot: what its records say of the slot's time is the time that passed.</summary>
public sealed class LedgerTests(FinishedSweep finished) : IDisposable
{
    private static readonly string[] Titles = ["pretrain 1/3", "pretrain 2/3", "pretrain 3/3", "simxir 1/1", "evaluate baseline", "evaluate simxir"];
    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Ledger_OfAFinishedSweep_SumsToTheSlotsWallTime()
    {
        var store = await finished.CopyAsync(_folder);
        var manifests = new List<RoundManifest>();
        foreach (var title in Titles) manifests.Add((await store.ManifestAsync(await store.KeyAsync("blocks", title)))!);

        var first = manifests.MinBy(manifest => manifest.StartedAt)!;
        var wall = (manifests.Max(manifest => manifest.CommittedAt) - first.StartedAt).TotalSeconds;
        var told = manifests.Sum(manifest => manifest.Ledger.TotalSeconds) - first.Ledger.IdleSeconds; // the wait for the first round came before

        Assert.InRange(told, 0.99 * wall, 1.01 * wall);
    }

    [Fact]
    public async Task Status_WhileARoundRuns_TellsOfItsTimeSinceItsLastRecord()
    {
        var store = await finished.CopyAsync(_folder);
        var key = await store.KeyAsync("blocks", "pretrain 1/3");
        await store.ChangeAsync(key, state => (state.Status, state.GrantedAt) = (RoundStatus.Leased, TimeProvider.System.GetUtcNow() - TimeSpan.FromMinutes(2)));

        var alone = await SimXirProcess.RunAsync("status", "blocks", "--store", store.Path, "--json");
        await using var driven = await store.ClaimAsync();
        var status = await SimXirProcess.RunAsync("status", "blocks", "--store", store.Path, "--json");
        var text = await SimXirProcess.RunAsync("status", "blocks", "--store", store.Path);

        Assert.Contains("\"runningSeconds\":0}", alone.Output, StringComparison.Ordinal);
        using var told = JsonDocument.Parse(status.Output);
        Assert.InRange(told.RootElement.GetProperty("runningSeconds").GetDouble(), 120, 240);
        Assert.Contains("; beside it 2 min", text.Output, StringComparison.Ordinal);
    }
}
