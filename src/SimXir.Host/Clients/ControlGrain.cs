using Orleans.Concurrency;
using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Store;

namespace SimXir.Host;

/// <inheritdoc cref="IControlGrain"/>
[StatelessWorker, GrainType("control")]
public sealed class ControlGrain(IObjectStore store) : Grain, IControlGrain
{
    private readonly SweepControl _control = new(store);

    public async Task<StoreAnswer<ControlReply>> Order(SweepId sweep, SweepOrder order)
    {
        var answer = await StoreAnswers.OfAsync(() => _control.OrderAsync(sweep, order, CancellationToken.None));
        if (answer.Fault is null) await GrainFactory.GetGrain<ISweepGrain>(sweep.Value).LookAtWish();
        return answer;
    }

    public async Task<StoreAnswer<PriorityReply>> Serve(SweepId sweep, ServiceWish wanted)
    {
        var answer = await StoreAnswers.OfAsync(() => _control.ServeAsync(sweep, wanted, CancellationToken.None));
        if (answer.Fault is null) await GrainFactory.GetGrain<ISweepGrain>(sweep.Value).LookAtWish();
        return answer;
    }
}
