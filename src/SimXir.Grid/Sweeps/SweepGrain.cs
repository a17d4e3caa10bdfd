using Microsoft.Extensions.Options;
using SimXir.Experiments;
using SimXir.Store;

namespace SimXir.Grid;

/// <inheritdoc cref="ISweepGrain"/>
[GrainType("sweep")]
public sealed partial class SweepGrain(
    [PersistentState("sweep")] IPersistentState<SweepState> document,
    SweepStore sweeps,
    RoundStore rounds,
    SweepPlans plans,
    IOptions<GridOptions> options,
    TimeProvider time,
    ILogger<SweepGrain> log) : Grain, ISweepGrain
{
    private const int StartedAtOnce = 64;
    private static readonly TimeSpan SaveEvery = TimeSpan.FromSeconds(1);
    private long _wakings;
    private Task _waking = Task.CompletedTask;
    private IGrainTimer? _saving;
    private IGrainTimer? _watch;

    private SweepId Id => new(this.GetPrimaryKeyString());

    private SweepState State => document.State;

    private SweepLifecycle Life => new(State, time);

    private ISweepDirectoryGrain Directory => GrainFactory.GetGrain<ISweepDirectoryGrain>(ISweepDirectoryGrain.Key);

    /// <summary>Seeds may have been added to the plan while the sweep was looked after on another silo.</summary>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        plans.Forget(Id);
        return base.OnActivateAsync(cancellationToken);
    }

    public async Task<SubmitReply> Submit(SubmitRequest request)
    {
        using var span = GridTrace.Start("simxir.submit")?.SetTag("simxir.sweep", Id.Value);
        await TakeWish();
        var before = State.Submitted;
        var reply = Life.Submit(SweepPlans.DigestOf(request.Plan), request.Service, request.Plan.Experiments.Length);
        if (reply == SubmitReply.NameTaken) return reply;
        var plan = reply == SubmitReply.Started ? request.Plan : await plans.GetAsync(Id); // which may have more seeds than the request's
        if (reply == SubmitReply.Started || State.Submitted != before) await sweeps.WriteAsync(request.SpecText, plan);
        if (reply == SubmitReply.Started) plans.Add(request.Plan);
        await document.WriteStateAsync();
        await Directory.Add(Id);
        await Wake();
        return reply;
    }

    public async Task Wake()
    {
        if (!Life.IsOpen)
        {
            await Directory.Ended(Id);
            return;
        }
        var every = options.Value.LookAtWishEvery;
        _watch ??= this.RegisterGrainTimer(Watch, new GrainTimerCreationOptions(every, every) { KeepAlive = true });
        _wakings++;
        if (_waking.IsCompleted) _waking = StartAll();
    }

    public async Task LookAtWish()
    {
        if (await TakeWish()) await Wake();
    }

    /// <summary>A few at a time, in the plan's order, so that the first rounds run while the last experiments are still started; once more where the
    /// sweep was woken meanwhile, with another order perhaps. Nobody waits for it: the reconciler wakes the sweep again, and with it whatever could
    /// not be started.</summary>
    private async Task StartAll()
    {
        long wakings;
        do
        {
            wakings = _wakings;
            var plan = await plans.GetAsync(Id);
            foreach (var few in plan.Experiments.Where(experiment => !State.Ended.ContainsKey(experiment.Id)).ToArray().Chunk(StartedAtOnce))
            {
                if (!Life.IsOpen) return;
                try
                {
                    await Task.WhenAll(few.Select(experiment => Grain(experiment.Id).Start(State.Submission, State.Order, State.Service)));
                }
                catch (Exception fault) when (fault is not OperationCanceledException)
                {
                    LogNotStarted(fault, Id); // the reconciler wakes the sweep again
                }
            }
        }
        while (wakings != _wakings);
    }

    public async Task ExperimentEnded(ExperimentId experiment, int submission, CellState state)
    {
        if (!Life.Counts(submission)) return;
        var before = await plans.GetAsync(Id);
        var plan = await WithMoreSeeds(before, experiment, state);
        if (!Life.End(experiment, submission, state, plan.Experiments.Length)) return;
        if (plan.Experiments.Length > before.Experiments.Length) await Wake();
        if (Life.IsOpen)
        {
            _saving ??= this.RegisterGrainTimer(Save, new GrainTimerCreationOptions(SaveEvery, Timeout.InfiniteTimeSpan));
            return;
        }
        await document.WriteStateAsync();
        GridMeter.SweepEnded(State.State);
        await Directory.Ended(Id);
    }

    /// <summary>Ends of experiments are written together, since each write is the whole list. One that is lost is told again: a sweep that
    /// wakes starts every experiment whose end it does not know, and an ended one says so.</summary>
    private async Task Save(CancellationToken cancellation)
    {
        _saving?.Dispose();
        _saving = null;
        await document.WriteStateAsync(cancellation);
    }

    public async Task<SweepStatus> GetStatus()
    {
        if (State.PlanDigest is null) return new SweepStatus(CellState.Waiting, 0, []);
        var plan = await plans.GetAsync(Id);
        var (sweep, submission, held) = (State.State, State.Submission, State.Held); // before the experiments: an ended sweep never shows a running one
        var experiments = await Task.WhenAll(plan.Experiments.Select(experiment => State.Ended.TryGetValue(experiment.Id, out var ended) && ended != CellState.Cancelled
            ? Task.FromResult(new ExperimentStatus(experiment.Id, ended, experiment.Rounds.Length, experiment.Rounds.Length, []))
            : Grain(experiment.Id).GetStatus()));
        return new SweepStatus(sweep, submission, [.. experiments], held);
    }

    private async Task Watch(CancellationToken cancellation)
    {
        try
        {
            if (Life.IsOpen) await LookAtWish();
            if (Life.IsLimited) await LookAtLimits();
            if (Life.IsOpen) return;
            _watch?.Dispose();
            _watch = null;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogNotWatched(fault, Id); // the timer's next tick looks again
        }
    }

    private async Task LookAtLimits()
    {
        var plan = await plans.GetAsync(Id);
        var experiments = await Task.WhenAll(plan.Experiments.Select(experiment => Grain(experiment.Id).GetStatus()));
        if (!Life.Limit(experiments.Sum(experiment => experiment.SlotSeconds))) return;
        await document.WriteStateAsync();
        await Wake();
    }

    private async Task<bool> TakeWish()
    {
        if (await sweeps.ReadWishAsync(Id) is not { } wish || !Life.Take(wish)) return false;
        await document.WriteStateAsync();
        return true;
    }

    private IExperimentGrain Grain(ExperimentId experiment) => GrainFactory.GetGrain<IExperimentGrain>(experiment.ToString());
}
