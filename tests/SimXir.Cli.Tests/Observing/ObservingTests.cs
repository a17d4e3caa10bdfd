using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using SimXir.Host;
using SimXir.Testing;

namespace SimXir.Cli.Tests;

/// <summary>What an operator sees of real silos while and after a sweep ran on them.</summary>
[Trait("Runs", "beside others")]
public sealed partial class ObservingTests(ObservedCluster cluster) : IClassFixture<ObservedCluster>
{
    [Fact]
    public async Task Probes_OfMembers_AnswerAsKubernetesWantsThem()
    {
        await cluster.RanAsync();

        foreach (var silo in new[] { cluster.Control, cluster.Gpu })
            foreach (var probe in new[] { "live", "ready", "startup" }) Assert.Equal(HttpStatusCode.OK, (await cluster.GetAsync(silo, $"/health/{probe}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await cluster.GetAsync(cluster.Gpu, "/scale")).StatusCode);
        var scale = await (await cluster.GetAsync(cluster.Control, "/scale")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal("""{"slotsWanted":0,"waiting":0,"leased":0,"slots":1}""", scale);
    }

    [Fact]
    public async Task Dashboard_EveryQuery_NamesMetricsAndLabelsThatSilosExport()
    {
        await cluster.RanAsync();
        var exported = string.Concat(await Task.WhenAll(new[] { cluster.Control, cluster.Gpu }.Select(async silo =>
            await (await cluster.GetAsync(silo, "/metrics")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken))));
        var names = SampleName().Matches(exported).Select(match => match.Value).ToHashSet();
        var dashboard = JsonNode.Parse(await File.ReadAllTextAsync(RepositoryFolder.Combine("deploy", "grafana-dashboard.json"), TestContext.Current.CancellationToken))!;
        var queries = dashboard["panels"]!.AsArray().SelectMany(panel => panel!["targets"]!.AsArray()).Select(target => (string)target!["expr"]!).ToArray();

        Assert.True(queries.Length > 15);
        foreach (var query in queries)
        {
            var metrics = MetricName().Matches(query).Select(match => match.Value).ToArray();
            Assert.True(metrics.Length > 0 && metrics.All(names.Contains), $"{query} asks for {string.Join(", ", metrics.Except(names))}, which no silo exports");
            foreach (var label in Label().Matches(query).Select(match => match.Groups[1].Value)) Assert.Contains($"{label}=\"", exported, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Trace_OfASweep_GoesFromItsSubmissionToEveryCommitAcrossSilos()
    {
        await cluster.RanAsync();
        OtlpSpan[] spans = [];
        while (spans.Count(span => span.Name == "simxir.commit") < 2)
        {
            await cluster.Otlp.NextAsync();
            spans = [.. cluster.Otlp.Posted.Where(post => post.Path == "/v1/traces").SelectMany(post => OtlpSpans.Read(post.Body))];
        }

        var submit = Assert.Single(spans, span => span.Name == "simxir.submit");
        Assert.Equal("control", submit.Service);
        foreach (var name in new[] { "simxir.attempt", "simxir.commit" })
        {
            var own = spans.Where(span => span.Name == name).ToArray();
            Assert.Equal(2, own.Length);
            Assert.All(own, span => Assert.Equal((submit.Trace, "gpu"), (span.Trace, span.Service)));
        }
        Assert.All(spans.Where(span => span.Name == "simxir.attempt"), attempt => Assert.NotEqual("", attempt.Parent));
        Assert.All(spans.Where(span => span.Parent.Length == 0), root => Assert.StartsWith("simxir.", root.Name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Webhook_OfAnEndedSweep_IsToldSignedAndAgainWhereItWasRefused()
    {
        await cluster.RanAsync();
        await cluster.Webhook.NextAsync();
        await cluster.Webhook.NextAsync();

        var posts = cluster.Webhook.Posted.ToArray();
        Assert.Equal(2, posts.Length);
        Assert.All(posts, post => Assert.Equal("""{"type":"sweep.ended","sweep":"tiny","submission":1,"state":"Completed","cells":{"Completed":1},"id":"tiny.1"}""", Encoding.UTF8.GetString(post.Body)));
        Assert.All(posts, post => Assert.Equal("tiny.1", post.Headers["webhook-id"]));
        var taken = posts[1];
        Assert.Equal($"v1,{WebhookRequest.Sign(ObservedCluster.Secret, "tiny.1", taken.Headers["webhook-timestamp"]!, taken.Body)}", taken.Headers["webhook-signature"]);
        Assert.DoesNotContain(ObservedCluster.Secret, cluster.Control.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logs_AsJson_AreOneObjectALine()
    {
        await cluster.RanAsync();

        var lines = cluster.Control.Said.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line.StartsWith('{')).ToArray();

        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.NotNull(JsonNode.Parse(line)!["Message"]));
    }

    [GeneratedRegex(@"^[a-z_]+(?=[{ ])", RegexOptions.Multiline)]
    private static partial Regex SampleName();

    [GeneratedRegex(@"\b(simxir|orleans|dotnet|target)_[a-z_]+")]
    private static partial Regex MetricName();

    [GeneratedRegex(@"[{,]\s*([a-z_]+)=")]
    private static partial Regex Label();
}
