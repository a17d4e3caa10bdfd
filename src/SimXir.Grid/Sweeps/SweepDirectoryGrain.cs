using SimXir.Experiments;

namespace SimXir.Grid;

/// <inheritdoc cref="ISweepDirectoryGrain"/>
[GrainType("directory")]
public sealed partial class SweepDirectoryGrain(
    [PersistentState("directory")] IPersistentState<SweepDirectoryState> state,
    ILogger<SweepDirectoryGrain> log) : Grain, ISweepDirectoryGrain
{
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
}
