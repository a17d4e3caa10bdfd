using SimXir.Host;
using SimXir.Testing;

namespace SimXir.Cli.Tests;

/// <summary>A control and a gpu silo as processes that are looked at in every way, and one sweep that ran on them; made for the first test that asks.</summary>
public sealed class ObservedCluster : IAsyncDisposable
{
    public const string Secret = "a secret of the test's own";
    private readonly TempDirectory _folder = new();
    private readonly Lazy<Task> _ran;
    private readonly HttpClient _http = new();
    private RigRedis? _redis;

    public ObservedCluster() => _ran = new(RunAsync);

    /// <summary>Traces go here.</summary>
    public Receiver Otlp { get; } = new();

    /// <summary>Refuses the first request, and takes the second.</summary>
    public Receiver Webhook { get; } = new(503);

    public ChildProcess Control { get; private set; } = null!;

    public ChildProcess Gpu { get; private set; } = null!;

    public Task RanAsync() => _ran.Value;

    /// <summary>What a silo's health port answers.</summary>
    public Task<HttpResponseMessage> GetAsync(ChildProcess silo, string path)
    {
        var root = silo.Said.Split("health ")[1].Split("/health/ready")[0];
        return _http.GetAsync(new Uri(root + path), TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in new[] { Gpu, Control }) await (process?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_redis?.DisposeAsync() ?? ValueTask.CompletedTask);
        await Otlp.DisposeAsync();
        await Webhook.DisposeAsync();
        _http.Dispose();
        _folder.Dispose();
    }

    private async Task RunAsync()
    {
        Assert.SkipWhen(ProgramPath.Find("redis-server") is null, "no 'redis-server' on the PATH (Debian: apt install redis-server)");
        _redis = await RigRedis.StartAsync(_folder.Combine("redis"));
        Control = Start("control silo", "--role", "control", "--logs", "json", "--webhook", Webhook.Url.ToString());
        Gpu = Start("gpu silo", "--role", "gpu", "--threads", "1");
        await Task.WhenAll(new[] { Control, Gpu }.Select(silo => silo.UntilSaidAsync("joined: ", TimeSpan.FromMinutes(1))));
        var submitted = await SimXirProcess.RunAsync("submit", Spec.WriteTo(_folder.Path, Spec.Tiny), "--cluster", _redis.Cluster.ToString());
        Assert.True(submitted.ExitCode == 0, submitted.ToString());
        var watched = await SimXirProcess.RunAsync("watch", "tiny", "--cluster", _redis.Cluster.ToString());
        Assert.True(watched.ExitCode == 0, watched.ToString());
    }

    private ChildProcess Start(string name, params string[] arguments) => ChildProcess.Start(
        name,
        Path.Combine(AppContext.BaseDirectory, "simxir"),
        ["silo", "--cluster", _redis!.Cluster.ToString(), "--store", _folder.Combine("store"), "--health-port", "0", .. arguments],
        new Dictionary<string, string?>
        {
            [Telemetry.EndpointVariable] = Otlp.Url.ToString(),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
            [WebhookOptions.SecretVariable] = Secret,
        });
}
