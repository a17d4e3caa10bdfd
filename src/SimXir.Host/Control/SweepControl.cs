using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Store;

namespace SimXir.Host;

/// <summary>Asks something of a sweep through its store, whoever drives it: another process, a cluster, or nobody yet.</summary>
public sealed class SweepControl(IObjectStore store) : ISweepControl
{
    private readonly SweepStore _sweeps = new(store);
    private readonly GrainRecords _grains = new(store);

    /// <exception cref="StoreException">The store does not exist or cannot be used.</exception>
    public static async Task<SweepControl> OpenAsync(string option, CancellationToken cancellation) =>
        new(await ObjectStores.OpenAsync(option, TimeProvider.System, create: false, cancellation: cancellation));

    public async Task<ControlReply> OrderAsync(SweepId sweep, SweepOrder order, CancellationToken cancellation)
    {
        var (state, hold) = await UnfinishedAsync(sweep, Verb(order), cancellation);
        var now = hold?.State switch { CellState.Paused => SweepOrder.Pause, CellState.Cancelled => SweepOrder.Cancel, _ => SweepOrder.Run };
        if (now == order)
            return new ControlReply(sweep, order, false, order == SweepOrder.Run ? $"{sweep} is not paused: nothing changes." : $"{sweep} is paused already: {hold!.Why}.");
        if (order == SweepOrder.Run && hold!.Why != HoldWords.UserAsked)
            throw new StoreException($"sweep '{sweep}' is paused: {hold.Why}; {HoldWords.CureOf(hold.Why, sweep.Value)}: raise 'limits' in its spec", isInput: true);
        await _sweeps.WishAsync(
            sweep,
            wish => wish with { Order = order, OrderNumber = Math.Max(wish.OrderNumber, state?.OrderSeen ?? 0) + 1, At = TimeProvider.System.GetUtcNow() },
            cancellation);
        return new ControlReply(sweep, order, true, $"{Asked(sweep, order)} {await WhenAsync(order, cancellation)}");
    }

    public async Task<PriorityReply> ServeAsync(SweepId sweep, ServiceWish wanted, CancellationToken cancellation)
    {
        var (state, _) = await UnfinishedAsync(sweep, "serve", cancellation);
        var wish = await _sweeps.WishAsync(
            sweep,
            wish => wish with
            {
                Priority = wanted.Priority,
                Weight = wanted.Weight ?? (wish.ServiceNumber > state?.ServiceSeen ? wish.Weight : null),
                Preempt = wanted.Preempt ?? (wish.ServiceNumber > state?.ServiceSeen ? wish.Preempt : null),
                ServiceNumber = Math.Max(wish.ServiceNumber, state?.ServiceSeen ?? 0) + 1,
                At = TimeProvider.System.GetUtcNow(),
            },
            cancellation);
        var service = wish.Change(state?.Service ?? new ServiceSpec());
        var message = FormattableString.Invariant($"{sweep} has priority {service.Priority} and weight {service.Weight} now. ")
            + (service.Preempt ? "Its waiting rounds make rounds of a lower priority checkpoint and give their slots back." : "What runs is not disturbed.");
        return new PriorityReply(sweep, service.Priority, service.Weight, service.Preempt, message);
    }

    private async Task<(SweepState? State, SweepHold? Hold)> UnfinishedAsync(SweepId sweep, string verb, CancellationToken cancellation)
    {
        await new StoreReading(store).PlanAsync(sweep, cancellation);
        var state = await _grains.SweepAsync(sweep, cancellation);
        var hold = SweepHold.Of(state, await _sweeps.ReadWishAsync(sweep, cancellation));
        var ended = hold?.State == CellState.Cancelled ? CellState.Cancelled : state?.State ?? CellState.Waiting;
        if (!ended.HasEnded()) return (state, hold);
        if (ended == CellState.Cancelled && verb == "resume") throw new StoreException($"sweep '{sweep}' has been cancelled; submit its spec again, and it starts again from its checkpoints", isInput: true);
        var others = await UnfinishedSweepsAsync(cancellation);
        var cure = others.Count == 0 ? "no sweep of this store is unfinished" : $"unfinished {(others.Count == 1 ? "is" : "are")} {string.Join(", ", Nearest.Order(sweep.Value, others.Select(other => other.Value)).Take(20))}";
        throw new StoreException($"sweep '{sweep}' has ended ({ended}), so there is nothing to {verb}; {cure}", isInput: true);
    }

    private async Task<IReadOnlyList<SweepId>> UnfinishedSweepsAsync(CancellationToken cancellation)
    {
        var unfinished = new List<SweepId>();
        foreach (var sweep in await _sweeps.ListAsync(cancellation))
        {
            if (await _grains.SweepAsync(sweep, cancellation) is { } state && !state.State.HasEnded() && state.Order != SweepOrder.Cancel) unfinished.Add(sweep);
        }
        return unfinished;
    }

    private static string Verb(SweepOrder order) => order switch { SweepOrder.Pause => "pause", SweepOrder.Cancel => "cancel", _ => "resume" };

    private static string Asked(SweepId sweep, SweepOrder order) => order switch
    {
        SweepOrder.Pause => $"Pausing {sweep}: running rounds checkpoint and give their slots back; 'simxir resume {sweep}' goes on from there.",
        SweepOrder.Cancel => $"Cancelling {sweep}: running rounds give their slots back at once; submitted again, it starts again from its checkpoints.",
        _ => $"Resuming {sweep}: it goes on from its checkpoints.",
    };

    private async Task<string> WhenAsync(SweepOrder order, CancellationToken cancellation) => await StoreClaims.HolderAsync(store, cancellation) is { } holder
        ? $"At work on this store is {holder}, which sees it within a second or two."
        : order == SweepOrder.Run ? "No process is at work on this store: 'simxir run' with the same spec goes on with it." : "No process is at work on this store; whichever comes next sees it.";
}
