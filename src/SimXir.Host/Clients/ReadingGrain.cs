using System.Collections.Immutable;
using Orleans.Concurrency;
using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Store;

namespace SimXir.Host;

/// <inheritdoc cref="IReadingGrain"/>
[StatelessWorker, GrainType("reading")]
public sealed class ReadingGrain(IObjectStore store) : Grain, IReadingGrain
{
    private readonly StoreReading _reading = new(store);

    public Task<StoreAnswer<ImmutableArray<SweepSummary>>> List() =>
        StoreAnswers.OfAsync<ImmutableArray<SweepSummary>>(async () => [.. await _reading.ListAsync(CancellationToken.None)]);

    public Task<StoreAnswer<StoredStatus>> Status(SweepId sweep) => StoreAnswers.OfAsync(() => _reading.StatusAsync(sweep, CancellationToken.None));

    public Task<StoreAnswer<SweepResult>> Result(SweepId sweep) => StoreAnswers.OfAsync(() => _reading.ResultAsync(sweep, CancellationToken.None));

    public Task<StoreAnswer<ImmutableArray<string>>> Answer(string address) =>
        StoreAnswers.OfAsync<ImmutableArray<string>>(async () => [.. await _reading.AnswerAsync(CellAddress.Parse(address), CancellationToken.None)]);

    public Task<StoreAnswer<ImmutableArray<string>>> Why(string address) =>
        StoreAnswers.OfAsync<ImmutableArray<string>>(async () => [.. await _reading.WhyAsync(CellAddress.Parse(address), CancellationToken.None)]);
}
