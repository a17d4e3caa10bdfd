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
    private readonly SweepStore _sweeps = new(store);
    private readonly GrainRecords _grains = new(store);
    private readonly ToldSweeps _told = new(store);
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

    /// <summary>Tells of every sweep whose end has not been told.</summary>
    internal async Task LookAsync(CancellationToken cancellation)
    {
        var ended = new List<(SweepId Sweep, SweepState State)>();
        foreach (var sweep in await _sweeps.ListAsync(cancellation))
            if (await _grains.SweepAsync(sweep, cancellation) is { Submission: > 0 } state && state.State.HasEnded()) ended.Add((sweep, state));
        if (await _told.BeginAsync(ended.Select(end => (end.Sweep, end.State.Submission)), cancellation)) return;
        foreach (var (sweep, state) in ended)
            if (!await _told.HasAsync(sweep, state.Submission, cancellation) && await TellAsync(sweep, state, cancellation)) await _told.AddAsync(sweep, state.Submission, cancellation);
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
