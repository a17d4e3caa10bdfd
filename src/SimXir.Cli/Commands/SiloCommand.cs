using System.CommandLine;
using SimXir.Host;

namespace SimXir.Cli;

/// <summary><c>simxir silo</c>: one member of a cluster, until it is asked to leave.</summary>
public static class SiloCommand
{
    public static Command Create()
    {
        var role = new Option<string>("--role") { Description = "control keeps the grid, gpu trains, all does both", Required = true };
        role.AcceptOnlyFromAmong("control", "gpu", "all");
        var (cluster, store, data) = (CommonOptions.Cluster(), CommonOptions.Store(), CommonOptions.Data());
        var (slots, threads, perGpu, checkpoint) = (RunOptions.SlotsOfSilo(), RunOptions.Threads(), RunOptions.SlotsPerGpu(), RunOptions.CheckpointEvery());
        var (address, siloPort, gatewayPort) = (SiloAddressOptions.Address(), SiloAddressOptions.Port("--silo-port", "for other silos"), SiloAddressOptions.Port("--gateway-port", "for clients"));
        var (network, urls) = (SiloAddressOptions.Network(), WebAddressOption.Create());
        var healthPort = SiloAddressOptions.HealthPort();
        var logs = SiloAddressOptions.Logs();
        var webhook = new Option<string?>("--webhook")
        {
            Description = "Is told of each sweep that ends, signed with SIMXIR_WEBHOOK_SECRET (or what the file in SIMXIR_WEBHOOK_SECRET_FILE holds); of a control silo [SIMXIR_WEBHOOK]",
            HelpName = "URL",
            DefaultValueFactory = _ => CommonOptions.Variable("SIMXIR_WEBHOOK"),
        };
        var podCosts = new Option<string?>("--pod-costs")
        {
            Description = "In Kubernetes: labels of the workers' pods, which then lose idle workers before busy ones when their number falls; of a control silo [SIMXIR_POD_COSTS]",
            HelpName = "SELECTOR",
            DefaultValueFactory = _ => CommonOptions.Variable("SIMXIR_POD_COSTS"),
        };
        var command = new Command("silo", "Join a cluster, and work in it until stopped") { role, cluster, store, data, slots, threads, perGpu, checkpoint, address, siloPort, gatewayPort, network, healthPort, logs, webhook, podCosts, urls };
        command.SetGuarded((parsed, _) => RunAsync(new SiloOptions
        {
            Role = Enum.Parse<SiloRole>(parsed.GetValue(role)!, ignoreCase: true),
            Cluster = Names.Cluster(parsed.GetValue(cluster) ?? throw new InputException($"a silo needs a cluster; give --cluster {ClusterAddress.Form}, or set SIMXIR_CLUSTER")),
            Store = parsed.GetValue(store)!,
            DataFolder = parsed.GetValue(data),
            Slots = parsed.GetValue(slots),
            Threads = parsed.GetValue(threads),
            SlotsPerGpu = parsed.GetValue(perGpu),
            CheckpointEvery = TimeSpan.FromSeconds(parsed.GetValue(checkpoint)),
            Address = SiloNetwork.Check(parsed.GetValue(address)!, parsed.GetValue(network)),
            SiloPort = parsed.GetValue(siloPort),
            GatewayPort = parsed.GetValue(gatewayPort),
            Web = parsed.GetValue(role) == "gpu" ? new WebOptions { Urls = WebUrls.Off } : WebOptions.Read(parsed.GetValue(urls)!, CommonOptions.Variable),
            HealthPort = parsed.GetValue(healthPort),
            Webhook = WebhookOptions.Read(parsed.GetValue(webhook), CommonOptions.Variable),
            PodCosts = parsed.GetValue(podCosts),
            JsonLogs = parsed.GetValue(logs) == "json",
        }));
        return command;
    }

    private static async Task<int> RunAsync(SiloOptions options)
    {
        using var interrupt = new Interrupt();
        await ClusterSilo.RunAsync(
            options,
            line => Console.Out.WriteLine($"joined: {line}"),
            notice => Console.Error.WriteLine($"warning: {notice}"),
            interrupt.Token);
        Console.Out.WriteLine("left the cluster; running rounds were given back at a checkpoint");
        return ExitCode.Done;
    }
}
