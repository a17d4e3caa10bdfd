using System.Formats.Tar;
using SimXir.Host;
using SimXir.Method;
using SimXir.Testing;

namespace SimXir.Cli.Tests;

/// <summary>Fetching from a server that does all that servers and networks do.</summary>
[Trait("Runs", "beside others")]
public sealed class DatasetFetchTests : IDisposable
{
    private static readonly byte[] Whole = SmallCifar.Pack();
    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Fetch_FromAGoodServer_UnpacksChecksAndAsksNoMoreTheNextTime()
    {
        await using var server = Server();

        var check = await FetchAsync(server);
        var again = await FetchAsync(server);

        Assert.Equal((60, 12), (check.Train.Count, check.Test.Count));
        Assert.Equal(check.Fingerprint, again.Fingerprint);
        Assert.Equal([SmallCifar.Archive], server.Asked);
        Assert.Equal(["cifar-10-batches-bin"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Fetch_ThatIsCutStalledAndRefusedOnTheWay_GoesOnWhereItWas()
    {
        await using var server = Server(new Served("503 Service Unavailable"), new Served(Cut: 1000), new Served(Cut: 2000), new Served(Cut: 0), new Served(Cut: 500, Stalls: true));

        await FetchAsync(server);

        Assert.Equal(["", "", " from 1000", " from 3000", " from 3000", " from 3500"], server.Asked.Select(asked => asked[SmallCifar.Archive.Length..]));
    }

    [Fact]
    public async Task Fetch_FromAServerThatIgnoresRanges_BeginsAnew()
    {
        await using var server = Server(new Served(Cut: 1000), new Served(IgnoresRange: true));

        Assert.Equal(60, (await FetchAsync(server)).Train.Count);
    }

    [Fact]
    public async Task Fetch_OfBytesThatWereChanged_IsMadeOnceMoreAndThenRefused()
    {
        await using var once = Server(new Served(Flips: true));
        await FetchAsync(once);
        Assert.Equal([SmallCifar.Archive, SmallCifar.Archive], once.Asked);

        await using var always = Server(new Served(Flips: true), new Served(Flips: true));
        var fault = await Assert.ThrowsAsync<FetchException>(() => FetchAsync(always, "other"));
        Assert.Matches("has SHA-256 [0-9a-f]{64} twice in a row, and the official cifar-10-binary.tar.gz has [0-9a-f]{64}: it was changed or is damaged there; name another --mirror$", fault.Message);
        Assert.False(Directory.Exists(_folder.Combine("other", "cifar-10-batches-bin")));
    }

    [Fact]
    public async Task Fetch_FromAServerThatHasItNot_SaysSoAtOnce()
    {
        await using var server = Server(new Served("404 Not Found"));

        var fault = await Assert.ThrowsAsync<FetchException>(() => FetchAsync(server));

        Assert.Equal($"{server.Url}/{SmallCifar.Archive} cannot be had: the server answered 404 Not Found; name a server that has it with --mirror URL", fault.Message);
        Assert.Single(server.Asked);
    }

    [Fact]
    public async Task Fetch_OfAPageInPlaceOfTheFile_IsRefusedBeforeItIsRead()
    {
        await using var server = Server(new Served(Body: "<html>Please log in</html>"u8.ToArray()));

        var fault = await Assert.ThrowsAsync<FetchException>(() => FetchAsync(server));

        Assert.EndsWith($"has 26 bytes or more, and the official {SmallCifar.Archive} has {Whole.Length}: it is another file; check --mirror, and whether a proxy answers in its place", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_FromAServerThatIsOnlyDown_KeepsWhatCameAndGoesOnTheNextTime()
    {
        var down = new Served("503 Service Unavailable");
        await using var server = Server([new Served(Cut: 1000), .. Enumerable.Repeat(down, 6)]);

        var fault = await Assert.ThrowsAsync<FetchException>(() => FetchAsync(server));
        await FetchAsync(server);

        Assert.Contains("brought nothing in 3 tries (the server answered 503 Service Unavailable); the 1000 bytes that came before are kept", fault.Message, StringComparison.Ordinal);
        Assert.Equal($"{SmallCifar.Archive} from 1000", server.Asked[^1]);
    }

    [Theory]
    [InlineData("../outside.bin")]
    [InlineData("/tmp/simxir-outside.bin")]
    public async Task Fetch_OfAnArchiveThatWantsOut_WritesNothingElsewhere(string name)
    {
        var evil = SmallCifar.Pack([SmallCifar.File(name, [1]), .. SmallCifar.Names.Select((known, number) => SmallCifar.File(known, SmallCifar.Batch(number)))]);

        await FetchAsync(evil, "data");

        Assert.Equal(["data"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName));
        Assert.False(File.Exists("/tmp/simxir-outside.bin"));
    }

    [Fact]
    public async Task Fetch_OfAnArchiveWithALinkInPlaceOfABatch_IsRefused()
    {
        var evil = SmallCifar.Pack([new UstarTarEntry(TarEntryType.SymbolicLink, SmallCifar.Names[0]) { LinkName = "/etc/passwd" }]);

        var fault = await Assert.ThrowsAsync<FetchException>(() => FetchAsync(evil, "data"));

        Assert.Contains($"holds '{SmallCifar.Names[0]}' as a SymbolicLink, not as a file", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_OfAnArchiveThatSwells_StopsAtABound()
    {
        var evil = SmallCifar.Pack([SmallCifar.File("cifar-10-batches-bin/zeros", new byte[66 << 20])]);
        Assert.InRange(evil.Length, 1, 1 << 20);

        var fault = await Assert.ThrowsAsync<FetchException>(() => FetchAsync(evil, "data"));

        Assert.Contains("unpacks to more than", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_OfAnArchiveThatLacksABatch_NamesIt()
    {
        var poor = SmallCifar.Pack(SmallCifar.Names.Skip(1).Select((name, number) => SmallCifar.File(name, SmallCifar.Batch(number))));

        var fault = await Assert.ThrowsAsync<FetchException>(() => FetchAsync(poor, "data"));

        Assert.Contains($"lacks {SmallCifar.Names[0]}", fault.Message, StringComparison.Ordinal);
    }

    private static FlakyServer Server(params Served[] script) => new(new Dictionary<string, byte[]> { [SmallCifar.Archive] = Whole }, script);

    private Task<DatasetCheck> FetchAsync(FlakyServer server, string? below = null) => FetchAsync(server, SmallCifar.Of(Whole), below is null ? _folder.Path : _folder.Combine(below));

    private async Task<DatasetCheck> FetchAsync(byte[] archive, string below)
    {
        await using var server = new FlakyServer(new Dictionary<string, byte[]> { [SmallCifar.Archive] = archive });
        return await FetchAsync(server, SmallCifar.Of(archive), _folder.Combine(below));
    }

    private static async Task<DatasetCheck> FetchAsync(FlakyServer server, OfficialDataset dataset, string folder)
    {
        using var http = new HttpClient();
        var options = new FetchOptions { DataFolder = folder, Mirror = server.Url, Tries = 3, FirstPause = TimeSpan.FromMilliseconds(1), StallAfter = TimeSpan.FromSeconds(2) };
        return await new DatasetFetch(options, http, TimeProvider.System, _ => { }).FetchAsync(dataset, TestContext.Current.CancellationToken);
    }
}
