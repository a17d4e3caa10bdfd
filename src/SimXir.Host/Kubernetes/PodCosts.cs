using System.Globalization;
using System.Net;
using System.Text.Json;
using k8s;
using k8s.Autorest;
using k8s.Models;
using Microsoft.Extensions.Hosting;
using SimXir.Grid;

namespace SimXir.Host;

/// <summary>Writes on each worker's pod what it costs to send it away, whenever that changes: a pool that shrinks loses idle workers before busy ones.</summary>
/// <remarks>Done by control silos, which need the right to list and patch pods of their namespace for it; workers need none. It is a hint: between two looks a
/// worker may take up work and be sent away with it, and gives it back at a checkpoint.</remarks>
public sealed partial class PodCosts(IKubernetes kubernetes, string space, string selector, IGrainFactory grains, TimeProvider time, ILogger<PodCosts> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await WriteAsync(await grains.GetGrain<IGpuPoolGrain>(IGpuPoolGrain.Default).GetStatus(), stoppingToken);
            }
            catch (Exception fault) when (fault is HttpOperationException or HttpRequestException or TimeoutException or OrleansException && !stoppingToken.IsCancellationRequested)
            {
                LogNotWritten(fault); // the next look tries again
            }
        }
    }

    /// <summary>Brings the pods' annotations in line with what the pool knows.</summary>
    public async Task WriteAsync(PoolStatus pool, CancellationToken cancellation)
    {
        foreach (var pod in (await kubernetes.CoreV1.ListNamespacedPodAsync(space, labelSelector: selector, cancellationToken: cancellation)).Items)
        {
            if (!IPAddress.TryParse(pod.Status?.PodIP, out var address)) continue;
            var cost = PodCost.Of(pool, address).ToString(CultureInfo.InvariantCulture);
            if ((pod.GetAnnotation(PodCost.Annotation) ?? "0") == cost) continue;
            var patch = JsonSerializer.Serialize(new { metadata = new { annotations = new Dictionary<string, string> { [PodCost.Annotation] = cost } } });
            await kubernetes.CoreV1.PatchNamespacedPodAsync(new V1Patch(patch, V1Patch.PatchType.MergePatch), pod.Name(), space, cancellationToken: cancellation);
        }
    }

    /// <summary>Of a silo that runs in a pod.</summary>
    /// <exception cref="ClusterException">It does not, or its service account has no token.</exception>
    public static PodCosts InCluster(string selector, IGrainFactory grains, TimeProvider time, ILogger<PodCosts> log)
    {
        var configuration = Configuration();
        return new PodCosts(new k8s.Kubernetes(configuration), configuration.Namespace, selector, grains, time, log);
    }

    /// <summary>Makes sure that there is a Kubernetes to ask.</summary>
    /// <exception cref="ClusterException">There is none.</exception>
    public static KubernetesClientConfiguration Configuration() => KubernetesClientConfiguration.IsInCluster()
        ? KubernetesClientConfiguration.InClusterConfig()
        : throw new ClusterException("--pod-costs is for a silo in a Kubernetes pod whose service account has a token (automountServiceAccountToken), and this is none; leave it out");
}
