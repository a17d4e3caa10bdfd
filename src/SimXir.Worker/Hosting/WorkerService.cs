using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SimXir.Grid;
using SimXir.Method;

namespace SimXir.Worker;

/// <summary>Owns this silo's slots. It is registered after the silo, so it stops before it: rounds are given back while the grid can still hear.</summary>
public sealed partial class WorkerService(
    ILocalSiloDetails silo,
    LocalWorkers workers,
    AttemptRunner attempts,
    IGrainFactory grains,
    IOptions<WorkerOptions> options,
    TimeProvider time,
    ILoggerFactory logs) : BackgroundService
{
    private readonly ILogger _log = logs.CreateLogger<WorkerService>();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await TorchEnvironment.LoadInBackground();
        foreach (var lever in TorchEnvironment.Levers) LogLever(lever);
        await Task.WhenAll(SlotDevice.All(options.Value).Select(device => RunAsync(device, stoppingToken)));
    }

    private async Task RunAsync(SlotDevice device, CancellationToken stopping)
    {
        var id = new WorkerId(silo.SiloAddress.ToParsableString(), device.Name);
        using var slot = new WorkerSlot(id, device, attempts, grains, time, logs.CreateLogger<WorkerSlot>());
        workers.Add(id, slot);
        await slot.RunAsync(stopping);
    }
}
