using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace SimXir.Grid;

/// <summary>Wakes what is unfinished, at the start and every so often: whatever was lost, the work goes on.</summary>
public sealed partial class Reconciler(IGrainFactory grains, IOptions<GridOptions> options, TimeProvider time, ILogger<Reconciler> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.ReconcileEvery, time);
        do
        {
            try
            {
                await (options.Value.OnlySweep is { } only
                    ? grains.GetGrain<ISweepGrain>(only.Value).Wake()
                    : grains.GetGrain<ISweepDirectoryGrain>(ISweepDirectoryGrain.Key).Wake());
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogNotReconciled(fault); // the next round of the timer asks again
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
