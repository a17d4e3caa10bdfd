namespace SimXir.Store.Tests;

public sealed class MetricsLogTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private readonly MemoryStore _store = new();
    private readonly MetricsLog _metrics;

    public MetricsLogTests() => _metrics = new MetricsLog(_store);

    [Fact]
    public async Task Read_ResumedAttempts_HasNeitherGapNorDouble()
    {
        using var first = await BeginAsync(fence: 2, from: 0);
        await first.AppendAsync(Points(0, 7, loss: 2), Text.Stop);
        using var second = await BeginAsync(fence: 10, from: 4);
        await first.AppendAsync(Points(7, 9, loss: 2), Text.Stop);
        await second.AppendAsync(Points(4, 6, loss: 10), Text.Stop);
        using var third = await BeginAsync(fence: 11, from: 5);
        await third.AppendAsync(Points(5, 8, loss: 11), Text.Stop);

        var curve = await _metrics.ReadAsync(Samples.Key(), Text.Stop);

        Assert.Equal([2, 2, 2, 2, 10, 11, 11, 11], curve.Points.Select(point => point.Loss));
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7], curve.Points.Select(point => point.Step));
        Assert.Equal(0, curve.UnreadableLines);
    }

    [Fact]
    public async Task Read_InfiniteNumbersAndABrokenLine_KeepsTheRest()
    {
        using var writer = await BeginAsync(fence: 1, from: 0);
        var point = new MetricPoint { Step = 0, Epoch = 3, Loss = double.NaN, LearningRate = double.PositiveInfinity, Knn = 0.5, At = Now };
        await writer.AppendAsync([point], Text.Stop);
        var name = RoundNames.Metrics(Samples.Key(), 1);
        await _store.AppendAsync(name, (await _store.FindAsync(name, Text.Stop))!.Bytes, Text.Bytes("{\"step\":1,\"ep"), Text.Stop);

        var curve = await _metrics.ReadAsync(Samples.Key(), Text.Stop);

        Assert.Equal([point], curve.Points);
        Assert.Equal(1, curve.UnreadableLines);
    }

    [Fact]
    public async Task Append_ManyBatchesAtOnceWithOneFaultInTen_KeepsEveryLineOnce()
    {
        var metrics = new MetricsLog(FaultPlans.Retrying(_store, FaultPlans.OneInTen(5)));
        using var writer = await metrics.BeginAsync(Samples.Key(), 1, 0, Now, Text.Stop);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => writer.AppendAsync(Points(i * 3, (i * 3) + 3, loss: i), Text.Stop)));

        Assert.Equal(Enumerable.Range(0, 150).Select(step => (long)step), (await _metrics.ReadAsync(Samples.Key(), Text.Stop)).Points.Select(point => point.Step));
    }

    [Fact]
    public async Task Append_ChangedByAnother_IsRefused()
    {
        using var writer = await BeginAsync(fence: 1, from: 0);
        var name = RoundNames.Metrics(Samples.Key(), 1);
        await _store.AppendAsync(name, (await _store.FindAsync(name, Text.Stop))!.Bytes, Text.Bytes("another's\n"), Text.Stop);

        var fault = await Assert.ThrowsAsync<StoreException>(() => writer.AppendAsync(Points(0, 1, loss: 1), Text.Stop));

        Assert.Contains("was changed by another writer than this attempt", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Fault.None)]
    [InlineData(Fault.After)]
    public async Task Finish_OfAFirstAttemptWithoutAnAppend_MakesTheObjectInOneRequest(Fault first)
    {
        var requests = new List<string>();
        var store = FaultPlans.Retrying(_store, (kind, _) =>
        {
            requests.Add(kind);
            return requests.Count == 1 ? first : Fault.None;
        });
        using var writer = new MetricsLog(store).Begin(Samples.Key(), 1, Now);

        await writer.FinishAsync(Points(0, 2, loss: 1), Text.Stop);

        Assert.Equal("create", requests[0]);
        if (first == Fault.None) Assert.Single(requests);
        Assert.Equal([0L, 1], (await _metrics.ReadAsync(Samples.Key(), Text.Stop)).Points.Select(point => point.Step));
    }

    [Fact]
    public async Task Finish_AfterAppends_GoesBehindThem()
    {
        using var writer = _metrics.Begin(Samples.Key(), 1, Now);
        await writer.AppendAsync(Points(0, 2, loss: 1), Text.Stop);
        await writer.FinishAsync(Points(2, 3, loss: 1), Text.Stop);

        var curve = await _metrics.ReadAsync(Samples.Key(), Text.Stop);

        Assert.Equal([0L, 1, 2], curve.Points.Select(point => point.Step));
        Assert.Equal(0, curve.UnreadableLines);
    }

    [Fact]
    public async Task Finish_WithoutPoints_WritesNothing()
    {
        using var writer = _metrics.Begin(Samples.Key(), 1, Now);
        await writer.FinishAsync([], Text.Stop);

        Assert.Empty(await _metrics.FencesAsync(Samples.Key(), Text.Stop));
    }

    [Fact]
    public async Task Log_Lines_AreReadBackByAttempt()
    {
        using var writer = await BeginAsync(fence: 7, from: 0);
        await writer.LogAsync(["one", "two"], Text.Stop);
        await writer.LogAsync(["three"], Text.Stop);

        Assert.Equal("one\ntwo\nthree\n", await _metrics.ReadLogAsync(Samples.Key(), 7, Text.Stop));
        Assert.Equal("", await _metrics.ReadLogAsync(Samples.Key(), 8, Text.Stop));
        Assert.Equal([7L], await _metrics.FencesAsync(Samples.Key(), Text.Stop));
    }

    private Task<AttemptWriter> BeginAsync(long fence, long from) => _metrics.BeginAsync(Samples.Key(), fence, from, Now, Text.Stop);

    private static IEnumerable<MetricPoint> Points(long from, long to, double loss)
    {
        for (var step = from; step < to; step++) yield return new MetricPoint { Step = step, Epoch = 0, Loss = loss, At = Now };
    }
}
