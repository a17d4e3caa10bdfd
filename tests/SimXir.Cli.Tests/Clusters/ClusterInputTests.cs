using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Host;
using SimXir.Store;
using SimXir.Testing;
using StackExchange.Redis;

namespace SimXir.Cli.Tests;

/// <summary>What a cluster, or one who looks for it, cannot do is said in one line.</summary>
[Trait("Runs", "beside others")]
public sealed class ClusterInputTests
{
    [Theory]
    [InlineData("'ftp://host' is no address of a cluster: it must have the form redis://[USER:PASSWORD@]HOST[:PORT][/NAME], or rediss:// for TLS", "list", "--cluster", "ftp://host")]
    [InlineData("'…@host/a b' is no address of a cluster: its NAME (letters, digits, '-', '_' and '.', 64 at most) must have the form redis://[USER:PASSWORD@]HOST[:PORT][/NAME], or rediss:// for TLS", "list", "--cluster", "redis://me:secret@host/a b")]
    [InlineData("a silo needs a cluster; give --cluster redis://[USER:PASSWORD@]HOST[:PORT][/NAME], or rediss:// for TLS, or set SIMXIR_CLUSTER", "silo", "--role", "gpu")]
    public async Task Cluster_ThatIsNone_IsRefused(string message, params string[] call) => Refusal.Assert(await SimXirProcess.RunAsync(call), message);

    [Fact]
    public async Task Cluster_ThatCannotBeReached_IsNamedWithHowLongItWasTried() => Refusal.Assert(
        await SimXirProcess.RunAsync("status", "mine", "--cluster", "redis://127.0.0.1:1"),
        "the Redis server of cluster redis://127.0.0.1:1/simxir could not be reached within 5 s (no answer); check --cluster, and that the server runs and may be reached from here");

    [Fact]
    public async Task Commands_ThatAClusterCannotObey_AreRefused()
    {
        Assert.SkipWhen(ProgramPath.Find("redis-server") is null, "no 'redis-server' on the PATH (Debian: apt install redis-server)");
        using var folder = new TempDirectory();
        var store = folder.Combine("store");
        var early = await SimXirProcess.RunAsync("submit", Spec.WriteTo(folder.Path, Spec.Tiny.Replace("name: tiny", "name: early", StringComparison.Ordinal)), "--store", store);
        Assert.True(early.ExitCode == 0, early.ToString());
        await using var rig = await ChaosRig.StartAsync(
            new RigOptions { Program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "simxir.exe" : "simxir"), Store = store, Folder = folder.Path }, control: 1, workers: 0);
        var cluster = rig.Cluster.ToString();
        var submitted = await SimXirProcess.RunAsync("submit", Spec.WriteTo(folder.Path, Spec.Tiny), "--cluster", cluster);
        Assert.True(submitted.ExitCode == 0, submitted.ToString());

        Refusal.Assert(
            await SimXirProcess.RunAsync("pause", "tny", "--cluster", cluster),
            $"the store {store} has no sweep 'tny'; did you mean 'tiny'? it holds early, tiny");
        Refusal.Assert(
            await SimXirProcess.RunAsync("submit", Spec.WriteTo(folder.Path, Spec.Tiny.Replace("epochs: 1,", "epochs: 2,", StringComparison.Ordinal)), "--cluster", cluster),
            $"the store {store} holds another sweep named 'tiny' (it differs in pretrain.epochs: there 1, here 2); give this one another 'name:', or another --store");
        Refusal.Assert(
            await SimXirProcess.RunAsync("submit", Spec.WriteTo(folder.Path, Spec.Tiny.Replace("precision: fp32", "precision: auto", StringComparison.Ordinal)), "--cluster", cluster),
            "spec.yaml: precision: auto stands for what the pool's slots do fastest, and the pool has no slot now; write precision: bf16 or precision: fp32, or start a gpu silo first");
        Refusal.Assert(
            await SimXirProcess.RunAsync("run", Spec.WriteTo(folder.Path, Spec.Tiny), "--store", store),
            $"the store {store} is in use by a cluster, whose control silo is process ",
            "submit to it, or name another store with --store");
        await AssertDataIsPutIntoTheStoreAsync(cluster, store, folder);
        await UntilTakenUpAsync(store, new SweepId("early"));
        Refusal.Assert(
            await SimXirProcess.RunAsync("silo", "--role", "gpu", "--cluster", cluster, "--store", folder.Combine("other")),
            $"the store {folder.Combine("other")} has identity ",
            "; silos of different stores would lose sight of each other's work. Name the cluster's store with --store or SIMXIR_STORE, or a cluster of its own: another NAME in --cluster");
        await AssertOtherEnginesAreRefusedAsync(rig, store);
    }

    /// <summary>Orleans would try for minutes to have Redis tell the others.</summary>
    [Fact]
    public async Task Silo_AskedToLeaveWhileRedisIsGone_LeavesSoon()
    {
        Assert.SkipWhen(ProgramPath.Find("redis-server") is null, "no 'redis-server' on the PATH (Debian: apt install redis-server)");
        using var folder = new TempDirectory();
        await using var rig = await ChaosRig.StartAsync(
            new RigOptions { Program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "simxir.exe" : "simxir"), Store = folder.Combine("store"), Folder = folder.Path }, control: 1, workers: 0);
        var silo = rig.Members.Single();
        await rig.Redis.KillAsync();
        await silo.Process.UntilSaidAsync("The Redis server does not answer", TimeSpan.FromMinutes(1));

        Assert.Equal(0, await silo.Process.TerminateAsync().WaitAsync(TimeSpan.FromSeconds(45), TimeProvider.System, TestContext.Current.CancellationToken));
    }

    /// <summary>The silo has no data folder: it plans with what a submission has put into its store.</summary>
    private static async Task AssertDataIsPutIntoTheStoreAsync(string cluster, string store, TempDirectory folder)
    {
        var spec = Spec.WriteTo(
            folder.Path,
            Spec.Tiny.Replace("name: tiny", "name: small", StringComparison.Ordinal).Replace("fashion-mnist-sample", "cifar10", StringComparison.Ordinal)
                .Replace("batch: 64", "batch: 16", StringComparison.Ordinal).Replace("{ train: 256, test: 128 }", "{ train: 60, test: 12 }", StringComparison.Ordinal),
            "small.yaml");
        var data = folder.Combine("data");
        Directory.CreateDirectory(Path.Combine(data, "cifar-10-batches-bin"));
        foreach (var (number, name) in SmallCifar.Names.Index()) File.WriteAllBytes(Path.Combine(data, name), SmallCifar.Batch(number));

        Refusal.Assert(
            await SimXirProcess.RunAsync("submit", spec, "--cluster", cluster, "--data", data),
            $"--data {data}: a cluster takes datasets from its store, so that must be named too: --store STORE (or SIMXIR_STORE), or put them there first: simxir data push NAME --data {data} --store STORE");
        var submitted = await SimXirProcess.RunAsync("submit", spec, "--cluster", cluster, "--data", data, "--store", store);
        Assert.True(submitted is { ExitCode: 0, Errors: "" }, submitted.ToString());
        Assert.StartsWith("Sweep small: 1 experiment, 1 cell; it starts. ", submitted.Output, StringComparison.Ordinal);
    }

    /// <summary>What was put into the store before there was a cluster is looked after as if it had been submitted to it.</summary>
    private static async Task UntilTakenUpAsync(string store, SweepId sweep)
    {
        var records = new GrainRecords(ObjectStores.Open(store, TimeProvider.System));
        using var end = new CancellationTokenSource(TimeSpan.FromMinutes(1), TimeProvider.System);
        while (await records.SweepAsync(sweep, end.Token) is not { State: CellState.Running }) await Task.Delay(TimeSpan.FromSeconds(0.2), TimeProvider.System, end.Token);
    }

    /// <summary>The member's row is made to say that it runs another engine.</summary>
    private static async Task AssertOtherEnginesAreRefusedAsync(ChaosRig rig, string store)
    {
        await using (var redis = await ConnectionMultiplexer.ConnectAsync($"{rig.Cluster.Host}:{rig.Cluster.Port}"))
        {
            var (table, key) = (redis.GetDatabase(), $"simxir/members/{rig.Cluster.Name}");
            foreach (var row in await table.HashGetAllAsync(key))
                await table.HashSetAsync(key, row.Name, row.Value.ToString().Replace($" engine {Engine.Version}", " engine 0", StringComparison.Ordinal));
        }
        Refusal.Assert(
            await SimXirProcess.RunAsync("silo", "--role", "gpu", "--cluster", rig.Cluster.ToString(), "--store", store),
            $"this program has engine {Engine.Version}, and cluster {rig.Cluster} has the control silo ",
            " engine 0; silos of different engines would mix results that are not equal. Run the same version everywhere, or give the other version a cluster of its own: another NAME in --cluster");
    }
}
