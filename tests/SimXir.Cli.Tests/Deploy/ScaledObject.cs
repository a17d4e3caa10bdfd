using k8s;
using k8s.Models;

namespace SimXir.Cli.Tests;

/// <summary>KEDA's ScaledObject, as far as it is used here; unknown fields are refused in strict reading.</summary>
public sealed class ScaledObject : IKubernetesObject<V1ObjectMeta>
{
    public string ApiVersion { get; set; } = "";

    public string Kind { get; set; } = "";

    public V1ObjectMeta Metadata { get; set; } = new();

    public ScaledSpec Spec { get; set; } = new();
}

public sealed class ScaledSpec
{
    public V1ObjectReference ScaleTargetRef { get; set; } = new();

    public int PollingInterval { get; set; }

    public int CooldownPeriod { get; set; }

    public int MinReplicaCount { get; set; }

    public int MaxReplicaCount { get; set; }

    public ScaledAdvanced Advanced { get; set; } = new();

    public IList<ScaledTrigger> Triggers { get; set; } = [];
}

public sealed class ScaledAdvanced
{
    public ScaledHpa HorizontalPodAutoscalerConfig { get; set; } = new();
}

public sealed class ScaledHpa
{
    public V2HorizontalPodAutoscalerBehavior Behavior { get; set; } = new();
}

public sealed class ScaledTrigger
{
    public string Type { get; set; } = "";

    public IDictionary<string, string> Metadata { get; set; } = new Dictionary<string, string>();
}
