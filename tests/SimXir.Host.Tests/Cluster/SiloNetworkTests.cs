using System.Net;

namespace SimXir.Host.Tests;

public sealed class SiloNetworkTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.31.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("fd00::1")]
    public void Address_OfAPrivateNetwork_IsTaken(string address) => Assert.Equal(IPAddress.Parse(address), SiloNetwork.Check(IPAddress.Parse(address), null));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("2001:db8::1")]
    public void Address_OfThePublicInternet_NeedsItsNetworkNamed(string address)
    {
        var fault = Assert.Throws<AccessException>(() => SiloNetwork.Check(IPAddress.Parse(address), null));

        Assert.StartsWith($"--address {address} is in no private network", fault.Message, StringComparison.Ordinal);
        Assert.Equal(IPAddress.Parse("8.8.8.8"), SiloNetwork.Check(IPAddress.Parse("8.8.8.8"), IPNetwork.Parse("8.8.8.0/24")));
    }

    [Fact]
    public void Address_OutsideTheNamedNetwork_IsRefused() => Assert.Equal(
        "--address 10.0.0.1 is not in --network 192.168.0.0/16; give the silo an address of that network",
        Assert.Throws<AccessException>(() => SiloNetwork.Check(IPAddress.Parse("10.0.0.1"), IPNetwork.Parse("192.168.0.0/16"))).Message);
}
