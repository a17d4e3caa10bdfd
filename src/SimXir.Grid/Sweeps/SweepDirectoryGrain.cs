using SimXir.Experiments;
using SimXir.Store;

namespace SimXir.Grid;

/// <inheritdoc cref="ISweepDirectoryGrain"/>
[GrainType("directory")]
public sealed partial class SweepDirectoryGrain(
    [PersistentState("directory")] IPersistentState<SweepDirectoryState> state,
    IObjectStore store,
    SweepStore sweeps,
    ILogger<SweepDirectoryGrain> log) : Grain, ISweepDirectoryGrain
{
    private readonly HashSet<SweepId> _known = [];

    public async Task Add(SweepId sweep)
    {
        if (state.State.Unfinished.Contains(sweep)) return;
        state.State.Unfinished.Add(sweep);
        await state.WriteStateAsync();
    }

    public async Task Ended(SweepId sweep)
    {
        if (state.State.Unfinished.Remove(sweep)) await state.WriteStateAsync();
    }

    public async Task Wake()
    {
        await Adopt();
        foreach (var sweep in state.State.Unfinished.ToArray())
        {
            try
            {
                await GrainFactory.GetGrain<ISweepGrain>(sweep.Value).Wake();
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogNotWoken(fault, sweep); // the reconciler asks again
            }
        }
    }

    /// <summary>Submits what was put into the store while no grid heard of it: by 'simxir submit --store', or by a silo that died over it.</summary>
    private async Task Adopt()
    {
        var records = new GrainRecords(store);
        foreach (var sweep in await sweeps.ListAsync())
        {
            if (!_known.Add(sweep)) continue;
            try
            {
                if (await records.SweepAsync(sweep, CancellationToken.None) is { PlanDigest: not null }) continue;
                if (await sweeps.ReadPlanAsync(sweep) is not { } plan || await sweeps.ReadSpecAsync(sweep) is not { } spec) continue;
                await GrainFactory.GetGrain<ISweepGrain>(sweep.Value).Submit(new SubmitRequest(plan, spec) { Service = SpecReader.Read(spec, "spec.yaml").Service });
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                _known.Remove(sweep);
                LogNotWoken(fault, sweep); // the reconciler asks again
            }
        }
    }
}
