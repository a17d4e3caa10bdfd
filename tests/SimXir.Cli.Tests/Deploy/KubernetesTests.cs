using k8s.Models;
using SimXir.Host;
using SimXir.Testing;

namespace SimXir.Cli.Tests;

/// <summary>The manifests against each other and against what the program really reads and serves.</summary>
public sealed class KubernetesTests
{
    public static TheoryData<string> Overlays => ["dev", "azure", "keda"];

    private static readonly string[] SiloNames = ["simxir-control", "simxir-gpu"];

    [Theory]
    [MemberData(nameof(Overlays))]
    public async Task Overlay_RenderedHere_IsWhatKubectlMakesOfIt(string overlay)
    {
        var own = Kustomize.Render(ClusterManifests.FolderOf(overlay)).ToDictionary(Kustomize.NameOf, Kustomize.Canonical);
        Assert.Subset(own.Keys.ToHashSet(), new HashSet<string> { "Deployment/simxir-control", "Deployment/simxir-gpu", "NetworkPolicy/simxir-silos" });
        if (ProgramPath.Find("kubectl") is null) return; // it is not everywhere, and checks only the renderer

        var (code, text) = await ProgramPath.RunAsync("kubectl", ["kustomize", ClusterManifests.FolderOf(overlay)], RepositoryFolder.Path, TestContext.Current.CancellationToken);

        Assert.True(code == 0, text);
        Assert.Equal(Kustomize.Parse(text).ToDictionary(Kustomize.NameOf, Kustomize.Canonical).OrderBy(pair => pair.Key, StringComparer.Ordinal), own.OrderBy(pair => pair.Key, StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Overlays))]
    public void Selectors_OfServicesBudgetsAndPolicies_FindTheirPodsAndPorts(string overlay)
    {
        var cluster = ClusterManifests.Of(overlay);

        Assert.All(cluster.Workloads, workload => Assert.True(ClusterManifests.Selects(workload.Selector, workload.Pod.Metadata.Labels), workload.Name));
        foreach (var service in cluster.Of<V1Service>())
        {
            var (name, _, pod) = Assert.Single(cluster.Workloads, workload => ClusterManifests.Selects(new V1LabelSelector { MatchLabels = service.Spec.Selector }, workload.Pod.Metadata.Labels));
            Assert.Equal(service.Name(), name);
            Assert.All(service.Spec.Ports, port => Assert.Contains(PortsOf(pod), known => known.Name == port.TargetPort.Value));
        }
        Assert.Equal(SiloNames, cluster.Of<V1PodDisruptionBudget>().Select(budget => Assert.Single(cluster.Workloads, workload => ClusterManifests.Selects(budget.Spec.Selector, workload.Pod.Metadata.Labels)).Name));
        foreach (var policy in cluster.Of<V1NetworkPolicy>())
        {
            var pods = cluster.Workloads.Where(workload => ClusterManifests.Selects(policy.Spec.PodSelector, workload.Pod.Metadata.Labels)).Select(workload => workload.Pod).ToArray();
            Assert.NotEmpty(pods);
            foreach (var port in policy.Spec.Ingress.SelectMany(rule => rule.Ports).Select(port => port.Port.Value))
                Assert.Contains(pods.SelectMany(PortsOf), known => known.Name == port || known.ContainerPort.ToString(System.Globalization.CultureInfo.InvariantCulture) == port);
        }
    }

    [Theory]
    [MemberData(nameof(Overlays))]
    public void Silos_AreGivenWhatTheProgramReads(string overlay)
    {
        var cluster = ClusterManifests.Of(overlay);

        Assert.Equal(SiloNames, cluster.Silos.Select(silo => silo.Workload));
        foreach (var (workload, pod, container) in cluster.Silos)
        {
            var shared = container.EnvFrom.SelectMany(source => cluster.Named<V1ConfigMap>(source.ConfigMapRef.Name).Data).ToDictionary();
            var own = container.Env.ToDictionary(variable => variable.Name);
            var given = shared.Keys.Concat(own.Keys).ToHashSet();
            Assert.Subset(KnownVariables.OfSilo, given);
            Assert.Empty(shared.Keys.Intersect(own.Keys));
            Assert.Subset(given, new HashSet<string> { "SIMXIR_CLUSTER", "SIMXIR_STORE", "SIMXIR_ADDRESS", "SIMXIR_HEALTH_PORT" });
            Assert.Empty(KnownVariables.FaultsOf(container.Args));
            Assert.Equal("status.podIP", own["SIMXIR_ADDRESS"].ValueFrom.FieldRef.FieldPath);
            Assert.Equal(own["SIMXIR_HEALTH_PORT"].Value, Port(pod, "health"));
            Assert.Equal(After(container.Args, "--silo-port"), Port(pod, "silo"));
            Assert.Equal(workload == "simxir-control" ? Port(pod, "gateway") : null, After(container.Args, "--gateway-port"));
            Assert.Equal(workload == "simxir-control" ? "control" : "gpu", After(container.Args, "--role"));
            var redis = ClusterAddress.Parse(shared["SIMXIR_CLUSTER"]);
            Assert.Contains(cluster.Named<V1Service>(redis.Host).Spec.Ports, port => port.Port == redis.Port);
            foreach (var secret in own.Values.Select(variable => variable.ValueFrom?.SecretKeyRef).OfType<V1SecretKeySelector>())
                Assert.Contains(secret.Key, cluster.Named<V1Secret>(secret.Name).StringData.Keys);
            Assert.Contains($" AS {container.Image.Split('/')[^1].Split(':')[0]["simxir-".Length..]}\n", File.ReadAllText(RepositoryFolder.Combine("deploy", "Dockerfile")), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Overlays))]
    public async Task Probes_AskWhatTheProgramServes(string overlay)
    {
        var options = new SiloOptions { Role = SiloRole.Gpu, Cluster = ClusterAddress.Parse("redis://127.0.0.1/x"), Store = "none", HealthPort = 0 };
        await using var server = (await ProbeServer.StartAsync(options, new SiloHealth()))!;
        using var http = new HttpClient { BaseAddress = server.Address };

        foreach (var (_, pod, container) in ClusterManifests.Of(overlay).Silos)
        {
            V1Probe[] probes = [container.StartupProbe, container.ReadinessProbe, container.LivenessProbe];
            Assert.All(probes, probe => Assert.Equal("health", probe.HttpGet.Port.Value));
            foreach (var path in probes.Select(probe => probe.HttpGet.Path).Append(pod.Metadata.Annotations["prometheus.io/path"]))
                Assert.NotEqual(System.Net.HttpStatusCode.NotFound, (await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
            Assert.True(container.StartupProbe.PeriodSeconds * container.StartupProbe.FailureThreshold >= 180, "after a crash of everything a silo waits two minutes for the rows of the dead");
            Assert.True(pod.Spec.TerminationGracePeriodSeconds >= 90, "a host takes up to a minute to give its rounds back");
        }
    }

    [Theory]
    [MemberData(nameof(Overlays))]
    public void Pods_HaveNoRightsThatTheyDoNotNeed(string overlay)
    {
        var cluster = ClusterManifests.Of(overlay);

        foreach (var (name, _, pod) in cluster.Workloads)
        {
            Assert.True(pod.Spec.SecurityContext.RunAsNonRoot, name);
            Assert.Equal("RuntimeDefault", pod.Spec.SecurityContext.SeccompProfile.Type);
            Assert.Equal(overlay == "keda" && name == "simxir-control", pod.Spec.AutomountServiceAccountToken);
            Assert.False(cluster.Named<V1ServiceAccount>(pod.Spec.ServiceAccountName).AutomountServiceAccountToken);
            foreach (var container in pod.Spec.Containers)
            {
                Assert.False(container.SecurityContext.AllowPrivilegeEscalation);
                Assert.Equal(["ALL"], container.SecurityContext.Capabilities.Drop);
                Assert.True(container.Name == "azurite" || container.SecurityContext.ReadOnlyRootFilesystem == true, name);
                Assert.Contains("memory", container.Resources.Limits.Keys);
                Assert.DoesNotContain("cpu", container.Resources.Limits.Keys);
                Assert.DoesNotMatch("(:latest|^[^:]+)$", container.Image);
                var mounted = container.VolumeMounts.Select(mount => mount.Name);
                var volumes = (pod.Spec.Volumes ?? []).Select(volume => volume.Name).Concat(cluster.Of<V1StatefulSet>().SelectMany(set => set.Spec.VolumeClaimTemplates).Select(claim => claim.Name()));
                Assert.Subset(volumes.ToHashSet(), mounted.ToHashSet());
            }
        }
        var rules = cluster.Of<V1Role>().SelectMany(role => role.Rules).Select(rule => $"{string.Join(",", rule.Resources)}: {string.Join(",", rule.Verbs)}");
        Assert.Equal(overlay == "keda" ? ["pods: list,patch"] : [], rules);
    }

    [Fact]
    public void Gpus_AreAskedForOnlyWhereThereAreAny()
    {
        foreach (var overlay in (string[])["azure", "keda"])
        {
            var (_, pod, container) = ClusterManifests.Of(overlay).Silos.Single(silo => silo.Workload == "simxir-gpu");
            Assert.Equal(("1", "1"), (container.Resources.Limits["nvidia.com/gpu"].ToString(), container.Resources.Requests["nvidia.com/gpu"].ToString()));
            Assert.Contains(pod.Spec.Tolerations, toleration => toleration.Key == "nvidia.com/gpu");
            Assert.Contains(pod.Spec.Tolerations, toleration => toleration is { Key: "kubernetes.azure.com/scalesetpriority", Value: "spot" });
            Assert.Equal("true", pod.Metadata.Labels["azure.workload.identity/use"]);
        }
        Assert.DoesNotContain("nvidia.com/gpu", ClusterManifests.Of("dev").Silos.Last().Container.Resources.Limits.Keys);
    }

    private static IEnumerable<V1ContainerPort> PortsOf(V1PodTemplateSpec pod) => pod.Spec.Containers.SelectMany(container => container.Ports);

    private static string? Port(V1PodTemplateSpec pod, string name) => PortsOf(pod).SingleOrDefault(port => port.Name == name)?.ContainerPort.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string? After(IList<string> arguments, string option) => arguments.IndexOf(option) is var at and >= 0 ? arguments[at + 1] : null;
}
