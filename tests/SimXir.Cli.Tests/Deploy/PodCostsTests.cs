using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using k8s;
using k8s.Models;
using Microsoft.Extensions.Logging.Abstractions;
using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Host;

namespace SimXir.Cli.Tests;

/// <summary>What control silos write on workers' pods, against an API server that remembers pods.</summary>
public sealed class PodCostsTests : IDisposable
{
    private readonly Api _api = new();
    private readonly Kubernetes _kubernetes;

    public PodCostsTests() => _kubernetes = new(new KubernetesClientConfiguration { Host = "http://kubernetes.invalid" }, _api);

    public void Dispose()
    {
        _kubernetes.Dispose();
        _api.Dispose();
    }

    [Fact]
    public async Task Write_OfAPool_MarksBusyAndQuarantinedPodsAndOnlyWhereThatIsNews()
    {
        var costs = new PodCosts(_kubernetes, "simxir", "app=gpu", grains: null!, TimeProvider.System, NullLogger<PodCosts>.Instance);
        WorkerId Worker(int pod) => new($"10.0.0.{pod}:11111@5", "cuda:0#0");
        var round = new WaitingRound(new RoundKey(new string('a', 64)), new SweepId("s"), new ServiceSpec(), []);
        var pool = new PoolStatus([], [new(Worker(1)), new(Worker(2)), new(Worker(3))], [new ServedRound(round, Worker(1))], [new QuarantinedSlot(Worker(3), "why")]);

        await costs.WriteAsync(pool, TestContext.Current.CancellationToken);
        await costs.WriteAsync(pool, TestContext.Current.CancellationToken);
        Assert.Equal(["worker-1 1000", "worker-3 -1000"], _api.Patched);

        await costs.WriteAsync(pool with { Served = [] }, TestContext.Current.CancellationToken);
        Assert.Equal(["worker-1 1000", "worker-3 -1000", "worker-1 0"], _api.Patched);
        Assert.Equal("/api/v1/namespaces/simxir/pods?labelSelector=app%3Dgpu&watch=false", _api.Listed);
    }

    [Fact]
    public async Task PodCosts_OutsideOfKubernetes_AreRefused() => Refusal.Assert(
        await SimXirProcess.RunAsync("silo", "--role", "control", "--cluster", "redis://127.0.0.1:1", "--pod-costs", "app=gpu"),
        "--pod-costs is for a silo in a Kubernetes pod whose service account has a token (automountServiceAccountToken), and this is none; leave it out");

    private sealed class Api : DelegatingHandler
    {
        private readonly ConcurrentDictionary<string, string> _costs = new();

        public List<string> Patched { get; } = [];

        public string? Listed { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var name = request.RequestUri!.Segments[^1];
            if (request.Method == HttpMethod.Patch)
            {
                using var patch = JsonDocument.Parse(await request.Content!.ReadAsStringAsync(cancellationToken));
                _costs[name] = patch.RootElement.GetProperty("metadata").GetProperty("annotations").GetProperty(PodCost.Annotation).GetString()!;
                Patched.Add($"{name} {_costs[name]}");
                return Answer(request, Pod(name));
            }
            Listed = request.RequestUri.PathAndQuery;
            return Answer(request, new V1PodList { Items = [Pod("worker-1"), Pod("worker-2"), Pod("worker-3"), new V1Pod { Metadata = new V1ObjectMeta { Name = "pending" } }] });
        }

        private V1Pod Pod(string name) => new()
        {
            Metadata = new V1ObjectMeta { Name = name, Annotations = _costs.TryGetValue(name, out var cost) ? new Dictionary<string, string> { [PodCost.Annotation] = cost } : null },
            Status = new V1PodStatus { PodIP = $"10.0.0.{name[^1]}" },
        };

        private static HttpResponseMessage Answer(HttpRequestMessage request, object value) => new(HttpStatusCode.OK) { RequestMessage = request, Content = new StringContent(KubernetesJson.Serialize(value), Encoding.UTF8, "application/json") };
    }
}
