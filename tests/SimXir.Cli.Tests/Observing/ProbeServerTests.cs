using System.Collections.Immutable;
using System.Net;
using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Host;

namespace SimXir.Cli.Tests;

public sealed class ProbeServerTests
{
    private static readonly SiloOptions Options = new() { Role = SiloRole.Control, Cluster = ClusterAddress.Parse("redis://127.0.0.1/x"), Store = "none", HealthPort = 0 };

    [Fact]
    public async Task Probes_BeforeJoining_SayAliveAndNotReady()
    {
        var health = new SiloHealth();
        await using var server = (await ProbeServer.StartAsync(Options, health))!;
        using var http = new HttpClient { BaseAddress = server.Address };

        Assert.Equal((HttpStatusCode.OK, "alive\n"), await AskAsync(http, "health/live"));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "joining the cluster\n"), await AskAsync(http, "health/startup"));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "no member of the cluster now\n"), await AskAsync(http, "health/ready"));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "no member of the cluster now\n"), await AskAsync(http, "scale"));
    }

    [Fact]
    public async Task Port_ThatIsTaken_IsRefusedInOneSentence()
    {
        await using var first = (await ProbeServer.StartAsync(Options, new SiloHealth()))!;

        var fault = await Assert.ThrowsAsync<ClusterException>(() => ProbeServer.StartAsync(Options with { HealthPort = first.Address.Port }, new SiloHealth()));

        Assert.StartsWith($"the health port {first.Address.Port} of 127.0.0.1 cannot be listened to (", fault.Message, StringComparison.Ordinal);
        Assert.EndsWith("); give another --health-port", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Port_NotGiven_ListensToNothing() => Assert.Null(await ProbeServer.StartAsync(Options with { HealthPort = null }, new SiloHealth()));

    [Fact]
    public void Scale_OfAPool_CountsWaitingAndRunningAndNotWhatNoSlotCanRun()
    {
        var slot = new SlotOffer(new WorkerId("S127.0.0.1:1:1", "cpu#0"), MemoryGiB: 4);
        WaitingRound Round(char name, double? memory = null) => new(new RoundKey(new string(name, 64)), new SweepId("s"), new ServiceSpec { Needs = new NeedsSpec { MemoryGiB = memory } }, []);
        PoolStatus Pool(params SlotOffer[] slots) => new([Round('a'), Round('b', memory: 64)], [.. slots], [new ServedRound(Round('c'), slot.Worker)], ImmutableArray<QuarantinedSlot>.Empty);

        Assert.Equal(new ScaleAnswer(2, 1, 1, 1), ScaleAnswer.Of(Pool(slot)));
        Assert.Equal(new ScaleAnswer(3, 2, 1, 0), ScaleAnswer.Of(Pool()));
    }

    private static async Task<(HttpStatusCode Status, string Text)> AskAsync(HttpClient http, string path)
    {
        var answer = await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
