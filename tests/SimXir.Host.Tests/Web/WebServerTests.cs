using System.Net;
using System.Net.Sockets;
using SimXir.Store;
using SimXir.Testing;

namespace SimXir.Host.Tests;

public sealed class WebServerTests
{
    private static readonly CancellationToken Soon = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Servers_SeveralAtOnce_EachHaveAnAddressByDefault()
    {
        using var folder = new TempDirectory();
        var store = await ObjectStores.OpenAsync(folder.Path, TimeProvider.System, cancellation: Soon);

        await using var first = await WebServer.StartAsync(new WebOptions(), store, Assert.Fail, Soon);
        await using var second = await WebServer.StartAsync(new WebOptions(), store, Assert.Fail, Soon);

        Assert.Equal(2, first!.Addresses.Concat(second!.Addresses).Distinct().Count());
        Assert.All(second.Addresses, address => Assert.StartsWith("http://127.0.0.1:", address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Address_ThatIsTaken_IsSaidSo()
    {
        using var folder = new TempDirectory();
        var store = await ObjectStores.OpenAsync(folder.Path, TimeProvider.System, cancellation: Soon);
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var options = new WebOptions { Urls = WebUrls.Parse($"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}") };

        var fault = await Assert.ThrowsAsync<AccessException>(() => WebServer.StartAsync(options, store, Assert.Fail, Soon));

        Assert.Contains("cannot be listened on", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_ThatIsOff_IsNone()
    {
        using var folder = new TempDirectory();
        var store = await ObjectStores.OpenAsync(folder.Path, TimeProvider.System, cancellation: Soon);

        Assert.Null(await WebServer.StartAsync(new WebOptions { Urls = WebUrls.Off }, store, Assert.Fail, Soon));
    }
}
