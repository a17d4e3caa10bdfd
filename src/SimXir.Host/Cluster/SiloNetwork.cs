using System.Net;

namespace SimXir.Host;

/// <summary>Which addresses a silo's ports may be bound to: whoever reaches those ports is a member or a client, and nobody asks who it is.</summary>
public static class SiloNetwork
{
    /// <summary>Loopback and what routers of the internet do not carry: RFC 1918, 6598, 3927, 4193 and 4291.</summary>
    private static readonly IPNetwork[] Private =
    [
        .. new[] { "127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16", "::1/128", "fc00::/7", "fe80::/10" }.Select(network => IPNetwork.Parse(network)),
    ];

    /// <exception cref="AccessException">The address is in no private network, and the user has named no network that has it.</exception>
    public static IPAddress Check(IPAddress address, IPNetwork? named)
    {
        if (named is { } network)
        {
            return network.Contains(address) ? address : throw new AccessException($"--address {address} is not in --network {network}; give the silo an address of that network");
        }
        return Private.Any(known => known.Contains(address))
            ? address
            : throw new AccessException(
                $"--address {address} is in no private network, and a silo's ports let in whoever reaches them; give it a private address, or say with --network CIDR which network it faces, and keep others out of it");
    }
}
