using Microsoft.Extensions.Hosting;
using Polly;
using Polly.Retry;
using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Store;

namespace SimXir.Host;

/// <summary>Tells a receiver of each sweep that has ended, until it has taken it: at least once, and once again only where its answer was lost. One control
/// silo does so at a time, and another goes on where that dies: what was told stands in the store.</summary>
public sealed partial class WebhookService(IObjectStore store, WebhookOptions options, HttpClient http, TimeProvider time, ILogger<WebhookService> log) : BackgroundService
{
    private const string Claim = "webhook";
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SettledAfter = TimeSpan.FromMinutes(5);
    private readonly SweepStore _sweeps = new(store);
    private readonly GrainRecords _grains = new(store);
    private readonly ToldSweeps _told = new(store);

    /// <summary>By sweep: the record that tells of its end, where that has been told and the record is so old that no clock's error could make another one like it.</summary>
    private readonly Dictionary<SweepId, ObjectInfo> _settled = [];
    private readonly ResiliencePipeline<HttpResponseMessage> _retries = Retries(time);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var claim = await store.TryClaimAsync(Claim, stoppingToken);
                if (claim is not null) await WatchAsync(claim, stoppingToken);
            }
            catch (Exception fault) when (fault is StoreException or CorruptRecordException)
            {
                LogNotLooked(fault); // looked again in a moment
            }
            await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Tells of every sweep whose end has not been told. One listing says which records are as they were: those are not read again.</summary>
    internal async Task LookAsync(CancellationToken cancellation)
    {
        var records = await store.ListAsync(GrainNames.Prefix + "sweep/", cancellation).ToDictionaryAsync(record => record.Name, cancellationToken: cancellation);
        var ended = new List<(SweepId Sweep, SweepState State, ObjectInfo Record)>();
        foreach (var sweep in await _sweeps.ListAsync(cancellation))
        {
            if (!records.TryGetValue(ObjectGrainStorage.NameOf("sweep", sweep.Value), out var record) || record == _settled.GetValueOrDefault(sweep)) continue;
            if (await _grains.SweepAsync(sweep, cancellation) is { Submission: > 0 } state && state.State.HasEnded()) ended.Add((sweep, state, record));
        }
        if (await _told.BeginAsync(ended.Select(end => (end.Sweep, end.State.Submission)), cancellation)) return;
        foreach (var (sweep, state, record) in ended)
        {
            if (!await _told.HasAsync(sweep, state.Submission, cancellation))
            {
                if (!await TellAsync(sweep, state, cancellation)) continue;
                await _told.AddAsync(sweep, state.Submission, cancellation);
            }
            if (time.GetUtcNow() - record.LastModified > SettledAfter) _settled[sweep] = record;
        }
    }

    private async Task WatchAsync(IStoreClaim claim, CancellationToken stopping)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stopping, claim.Lost);
        while (!end.IsCancellationRequested)
        {
            try
            {
                await LookAsync(end.Token);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            await Task.Delay(Every, time, end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<bool> TellAsync(SweepId sweep, SweepState state, CancellationToken cancellation)
    {
        var result = await new StoreReading(store).ResultAsync(sweep, cancellation);
        var cells = result.Cells.GroupBy(cell => cell.State).ToDictionary(group => group.Key.ToString(), group => group.Count());
        var end = new SweepEnd(SweepEnd.Ended, sweep, state.Submission, state.State, cells);
        using var span = GridTrace.Start("simxir.webhook")?.SetTag("simxir.sweep", sweep.Value);
        try
        {
            using var answer = await _retries.ExecuteAsync(async token =>
            {
                using var request = WebhookRequest.Of(end, options, time.GetUtcNow());
                return await http.SendAsync(request, token);
            }, cancellation);
            if (answer.IsSuccessStatusCode) return true;
            LogRefused(options, end.Id, (int)answer.StatusCode); // told again at the next look
        }
        catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            LogNotTold(fault, options, end.Id); // told again at the next look
        }
        return false;
    }

    private static ResiliencePipeline<HttpResponseMessage> Retries(TimeProvider time) => new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
        {
            MaxRetryAttempts = 3,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = TimeSpan.FromSeconds(1),
            ShouldHandle = new PredicateBuilder<HttpResponseMessage>().Handle<HttpRequestException>().HandleResult(answer => (int)answer.StatusCode >= 500),
        })
        .Build();
}
