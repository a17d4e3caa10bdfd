using k8s.Models;

namespace SimXir.Cli.Tests;

/// <summary>The pool under KEDA with the numbers of <c>k8s/overlays/keda</c>.</summary>
public sealed class ScalingTests
{
    private static readonly ClusterManifests Manifests = ClusterManifests.Of("keda");
    private static readonly ScaledSpec Spec = Manifests.Of<ScaledObject>().Single().Spec;

    [Fact]
    public void ScaledObject_Names_WhatIsThere()
    {
        var trigger = Assert.Single(Spec.Triggers);
        var url = new Uri(trigger.Metadata["url"]);

        Assert.Equal("metrics-api", trigger.Type);
        Assert.Equal("/scale", url.AbsolutePath);
        Assert.Equal($"{Manifests.Named<V1Service>("simxir-control").Name()}.simxir.svc.cluster.local", url.Host);
        Assert.Contains(Manifests.Named<V1Service>("simxir-control").Spec.Ports, port => port.Port == url.Port);
        Assert.Null(Manifests.Named<V1Deployment>(Spec.ScaleTargetRef.Name).Spec.Replicas);
        var selector = Manifests.Silos.Single(silo => silo.Workload == "simxir-control").Container.Env.Single(variable => variable.Name == "SIMXIR_POD_COSTS").Value;
        var labels = selector.Split(',').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        Assert.Single(Manifests.Workloads, workload => ClusterManifests.Selects(new V1LabelSelector { MatchLabels = labels }, workload.Pod.Metadata.Labels));
    }

    [Fact]
    public void Pool_UnderAWaveOfWork_GrowsStaysAndGoesToZeroOnce()
    {
        var loop = new KedaLoop(Spec, TimeSpan.FromMinutes(20));
        for (var step = 0; step < 20; step++) loop.Step();
        Assert.Equal(0, loop.Pods);

        loop.Submit(30);
        for (var step = 0; step < 16; step++) loop.Step();
        Assert.Equal(Spec.MaxReplicaCount, loop.Pods);
        for (var step = 0; step < 400; step++) loop.Step();

        Assert.Equal((30, 0, 1), (loop.Completed, loop.Pods, loop.Turns));
        Assert.Equal((0, 0), (loop.SentAwayBusy, loop.SentAwayBusyWhileOthersIdled.Count));
    }

    [Fact]
    public void Pool_WhoseQueueRisesAndFallsEveryFewMinutes_DoesNotFlap()
    {
        var loop = new KedaLoop(Spec, TimeSpan.FromMinutes(5));
        for (var wave = 0; wave < 20; wave++)
        {
            loop.Submit(8);
            for (var step = 0; step < 40; step++) loop.Step(); // ten minutes: five of work, five of nothing
        }
        Assert.Equal((160, 8, 0), (loop.Completed, loop.Pods, loop.Turns));
        for (var step = 0; step < 200; step++) loop.Step();
        Assert.Equal((0, 1, 0), (loop.Pods, loop.Turns, loop.SentAwayBusy));
    }

    [Fact]
    public void Pool_ThatShrinksWhileSomeWork_SendsIdleWorkersFirst()
    {
        var loop = new KedaLoop(Spec, TimeSpan.FromMinutes(30));
        loop.Submit(12);
        for (var step = 0; step < 110; step++) loop.Step();
        loop.Submit(3); // three go on when the twelve are done
        for (var step = 0; step < 100; step++) loop.Step();

        Assert.Equal(3, loop.Pods);
        Assert.Equal((0, 0), (loop.SentAwayBusy, loop.SentAwayBusyWhileOthersIdled.Count));
    }
}
