using System.Security.Cryptography;
using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Host;
using SimXir.Store;

namespace SimXir.Cli.Tests;

/// <summary>A look into a store's directory, apart from the program.</summary>
public sealed class TestStore(string path)
{
    public string Path { get; } = path;

    /// <summary>A round of a sweep's only experiment, by its title.</summary>
    public async Task<RoundKey> KeyAsync(string sweep, string title) =>
        (await PlanAsync(sweep)).Experiments.Single().Rounds.Single(round => round.Title == title).Key;

    public bool HasPlan(string sweep) => System.IO.File.Exists(File(SweepNames.Plan(new SweepId(sweep))));

    public async Task<RoundHead?> HeadAsync(RoundKey key) => await new RoundStore(Open()).ReadHeadAsync(key);

    public async Task<RoundManifest?> ManifestAsync(RoundKey key) => (await new RoundStore(Open()).ReadManifestAsync(key))?.Manifest;

    public string ManifestFile(RoundKey key) => File(RoundNames.Manifest(key));

    public string PartFile(PartRef part) => File(PartName.Of(part));

    /// <summary>The first line of an attempt's metrics.</summary>
    public string FirstMetricsLine(RoundKey key, long fence) => System.IO.File.ReadLines(File(RoundNames.Metrics(key, fence))).First();

    /// <summary>SHA-256 of every committed manifest's file, by round: a round that was run again has another one, with another time.</summary>
    public IReadOnlyDictionary<string, string> Manifests() => Directory.Exists(File("rounds"))
        ? Directory.EnumerateFiles(File("rounds"), "manifest.json", SearchOption.AllDirectories).ToDictionary(
            file => Directory.GetParent(file)!.Name,
            file => Convert.ToHexStringLower(SHA256.HashData(System.IO.File.ReadAllBytes(file))))
        : new Dictionary<string, string>();

    /// <summary>Changes what a round's grain remembers.</summary>
    public async Task ChangeAsync(RoundKey key, Action<RoundState> change)
    {
        var (store, name) = (Open(), ObjectGrainStorage.NameOf("round", key.Value));
        var found = (await store.ReadAsync(name))!;
        var state = GrainStateJson.Read<RoundState>(found.Content);
        change(state);
        Assert.NotNull(await store.ReplaceAsync(name, GrainStateJson.Write(state), found.ETag));
    }

    /// <summary>Drives the store as another run would.</summary>
    public async Task<IStoreClaim> ClaimAsync() => (await Open().TryClaimAsync("local"))!;

    public async Task<string> WhyAsync(string cell) => string.Join('\n', await new StoreReading(Open()).WhyAsync(CellAddress.Parse(cell), CancellationToken.None));

    private async Task<SweepPlan> PlanAsync(string sweep) => (await new SweepStore(Open()).ReadPlanAsync(new SweepId(sweep)))!;

    private RetryingObjectStore Open() => ObjectStores.Open(Path, TimeProvider.System);

    private string File(string name) => System.IO.Path.Combine([Path, .. name.Split('/')]);
}
