using k8s;
using k8s.Models;
using SimXir.Testing;
using YamlDotNet.RepresentationModel;

namespace SimXir.Cli.Tests;

/// <summary>All objects of one overlay, read strictly into the client's models.</summary>
public sealed class ClusterManifests
{
    private static readonly Dictionary<string, Type> Types = new() { ["keda.sh/v1alpha1/ScaledObject"] = typeof(ScaledObject) };

    private ClusterManifests(IEnumerable<YamlMappingNode> rendered) =>
        Objects = [.. rendered.SelectMany(target => KubernetesYaml.LoadAllFromString(Kustomize.Write(target), Types, strict: true)).Cast<IKubernetesObject<V1ObjectMeta>>()];

    public IReadOnlyList<IKubernetesObject<V1ObjectMeta>> Objects { get; }

    /// <summary>Name, labels and pod of each workload.</summary>
    public IEnumerable<(string Name, V1LabelSelector Selector, V1PodTemplateSpec Pod)> Workloads =>
    [
        .. Of<V1Deployment>().Select(deployment => (deployment.Name(), deployment.Spec.Selector, deployment.Spec.Template)),
        .. Of<V1StatefulSet>().Select(set => (set.Name(), set.Spec.Selector, set.Spec.Template)),
    ];

    /// <summary>The containers that run this program.</summary>
    public IEnumerable<(string Workload, V1PodTemplateSpec Pod, V1Container Container)> Silos =>
        Workloads.SelectMany(workload => workload.Pod.Spec.Containers.Where(container => container.Name == "simxir").Select(container => (workload.Name, workload.Pod, container)));

    public static ClusterManifests Of(string overlay) => new(Kustomize.Render(FolderOf(overlay)));

    public static string FolderOf(string overlay) => RepositoryFolder.Combine("k8s", "overlays", overlay);

    public IEnumerable<T> Of<T>() => Objects.OfType<T>();

    public T Named<T>(string name)
        where T : IKubernetesObject<V1ObjectMeta> => Of<T>().Single(target => target.Metadata.Name == name);

    /// <summary>Whether a selector takes pods with such labels.</summary>
    public static bool Selects(V1LabelSelector selector, IDictionary<string, string> labels) =>
        (selector.MatchLabels ?? new Dictionary<string, string>()).All(pair => labels.TryGetValue(pair.Key, out var value) && value == pair.Value)
        && (selector.MatchExpressions ?? []).All(rule => rule.OperatorProperty == "In" && labels.TryGetValue(rule.Key, out var value) && rule.Values.Contains(value));
}
