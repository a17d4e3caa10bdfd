using System.Net;
using System.Net.Sockets;

namespace SimXir.Host;

/// <summary>Loopback ports that nobody listens on, so that any number of processes can each run a silo.</summary>
public static class FreePort
{
    /// <summary>Two different ports, free at the time of asking.</summary>
    public static (int Silo, int Gateway) Pair()
    {
        using var first = new TcpListener(IPAddress.Loopback, 0);
        using var second = new TcpListener(IPAddress.Loopback, 0);
        first.Start();
        second.Start();
        return (((IPEndPoint)first.LocalEndpoint).Port, ((IPEndPoint)second.LocalEndpoint).Port);
    }
}
