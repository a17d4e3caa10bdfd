using System.CommandLine;
using System.Globalization;
using System.Net;

namespace SimXir.Cli;

/// <summary>Where a silo can be reached; each is held against its range.</summary>
public static class SiloAddressOptions
{
    /// <summary>As containers have it: their own name stands for their address.</summary>
    private const string Own = "own";

    public static Option<IPAddress> Address() => new("--address")
    {
        Description = "The IP address at which other members and clients reach this silo; it listens there only [SIMXIR_ADDRESS]",
        HelpName = "IP",
        DefaultValueFactory = result => CommonOptions.Variable("SIMXIR_ADDRESS") is { } text ? ParseAddress(result, text, "SIMXIR_ADDRESS") : IPAddress.Loopback,
        CustomParser = result => ParseAddress(result, result.Tokens[^1].Value, "--address"),
    };

    /// <summary>Null: the private networks, from which the internet is kept out by its own rules.</summary>
    public static Option<System.Net.IPNetwork?> Network() => new("--network")
    {
        Description = "The network that the silo's ports may face, such as 10.0.0.0/8; needed where --address is none of a private network [SIMXIR_NETWORK]",
        HelpName = "CIDR",
        DefaultValueFactory = result => CommonOptions.Variable("SIMXIR_NETWORK") is { } text ? ParseNetwork(result, text, "SIMXIR_NETWORK") : null,
        CustomParser = result => ParseNetwork(result, result.Tokens[^1].Value, "--network"),
    };

    /// <param name="name">The option.</param>
    /// <param name="who">Who talks to the port.</param>
    public static Option<int> Port(string name, string who) => new(name)
    {
        Description = $"The port {who}; 0 for a free one",
        HelpName = "PORT",
        DefaultValueFactory = _ => 0,
        CustomParser = result =>
        {
            var text = result.Tokens[^1].Value;
            return ParsePort(result, text, name) ?? 0;
        },
    };

    private static System.Net.IPNetwork? ParseNetwork(System.CommandLine.Parsing.ArgumentResult result, string text, string said)
    {
        if (System.Net.IPNetwork.TryParse(text, out var network)) return network;
        result.AddError($"{said} '{text}' is no network; the form is ADDRESS/BITS, such as 10.0.0.0/8");
        return null;
    }

    public static Option<int?> HealthPort() => new("--health-port")
    {
        Description = "The port at the silo's address for probes (/health/live, /health/ready, /health/startup), /metrics and /scale; 0 for a free one [SIMXIR_HEALTH_PORT]",
        HelpName = "PORT",
        DefaultValueFactory = result => CommonOptions.Variable("SIMXIR_HEALTH_PORT") is { } text ? ParsePort(result, text, "SIMXIR_HEALTH_PORT") : null,
        CustomParser = result => ParsePort(result, result.Tokens[^1].Value, "--health-port"),
    };

    public static Option<string> Logs()
    {
        var logs = new Option<string>("--logs") { Description = "text: warnings as lines; json: all that SimXir says, one object a line, on the error stream [SIMXIR_LOGS]", DefaultValueFactory = _ => CommonOptions.Variable("SIMXIR_LOGS") ?? "text" };
        logs.AcceptOnlyFromAmong("text", "json");
        return logs;
    }

    private static int? ParsePort(System.CommandLine.Parsing.ArgumentResult result, string text, string said)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= IPEndPoint.MaxPort) return port;
        result.AddError($"{said} '{text}' is no port; allowed are 1 to {IPEndPoint.MaxPort}, or 0 for a free one");
        return null;
    }

    private static IPAddress ParseAddress(System.CommandLine.Parsing.ArgumentResult result, string text, string said)
    {
        if (text == Own && OwnAddress() is { } own) return own;
        if (IPAddress.TryParse(text, out var address) && !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any)) return address;
        result.AddError($"{said} '{text}' is no address at which others can reach this machine; give one of its own IP addresses, such as 10.0.0.7, or '{Own}' for the one that its own name stands for");
        return IPAddress.Loopback;
    }

    private static IPAddress? OwnAddress()
    {
        try
        {
            return Dns.GetHostAddresses(Dns.GetHostName()).OrderBy(address => address.AddressFamily).FirstOrDefault(address => !IPAddress.IsLoopback(address));
        }
        catch (System.Net.Sockets.SocketException)
        {
            return null; // the name stands for nothing
        }
    }
}
