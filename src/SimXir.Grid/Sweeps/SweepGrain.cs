using System.Globalization;
using SimXir.Experiments;
using SimXir.Store;

namespace SimXir.Grid;

/// <inheritdoc cref="ISweepGrain"/>
[GrainType("sweep")]
public sealed partial class SweepGrain(
    [PersistentState("sweep")] IPersistentState<SweepState> document,
    SweepStore sweeps,
    SweepPlans plans,
    TimeProvider time,
    ILogger<SweepGrain> log) : Grain, ISweepGrain
{
    private const int StartedAtOnce = 64;
    private static readonly TimeSpan SaveEvery = TimeSpan.FromSeconds(1);
    private Task _waking = Task.CompletedTask;
    private int _wakingFor;
    private IGrainTimer? _saving;

    private SweepId Id => new(this.GetPrimaryKeyString());

    private SweepState State => document.State;

    public async Task<SubmitReply> Submit(SubmitRequest request)
    {
        var digest = SweepPlans.DigestOf(request.Plan);
        if (State.PlanDigest is { } known && known != digest) return SubmitReply.NameTaken;
        var reply = State switch
        {
            { PlanDigest: null } => SubmitReply.Started,
            { State: CellState.Completed or CellState.Failed } => SubmitReply.Repeated,
            _ => SubmitReply.Resumed,
        };
        if (reply == SubmitReply.Started)
        {
            await sweeps.WriteAsync(request.SpecText, request.Plan);
            plans.Add(request.Plan);
        }
        if (reply != SubmitReply.Resumed)
        {
            (State.PlanDigest, State.State) = (digest, CellState.Running);
            State.Submission++;
            State.Ended.Clear();
            State.Log.Note(time, string.Create(CultureInfo.InvariantCulture, $"submission {State.Submission}: {request.Plan.Experiments.Length} experiments"));
            await document.WriteStateAsync();
        }
        await GrainFactory.GetGrain<ISweepDirectoryGrain>(ISweepDirectoryGrain.Key).Add(Id);
        await Wake();
        return reply;
    }

    public async Task Wake()
    {
        if (State.State != CellState.Running)
        {
            await GrainFactory.GetGrain<ISweepDirectoryGrain>(ISweepDirectoryGrain.Key).Ended(Id);
            return;
        }
        var plan = await plans.GetAsync(Id);
        if (_waking.IsCompleted || _wakingFor != State.Submission) (_wakingFor, _waking) = (State.Submission, StartAll(plan, State.Submission));
    }

    /// <summary>A few at a time, in the plan's order, so that the first rounds run while the last experiments are still started. Nobody waits
    /// for it: the reconciler wakes the sweep again, and with it whatever could not be started.</summary>
    private async Task StartAll(SweepPlan plan, int submission)
    {
        foreach (var few in plan.Experiments.Where(experiment => !State.Ended.ContainsKey(experiment.Id)).ToArray().Chunk(StartedAtOnce))
        {
            try
            {
                await Task.WhenAll(few.Select(experiment => Grain(experiment.Id).Start(submission)));
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                LogNotStarted(fault, Id); // the reconciler wakes the sweep again
            }
            if (State.Submission != submission || State.State != CellState.Running) return;
        }
    }

    public async Task ExperimentEnded(ExperimentId experiment, int submission, CellState state)
    {
        if (submission != State.Submission || State.State != CellState.Running) return;
        State.Ended[experiment] = state;
        State.Log.Note(time, $"{experiment} ended: {state}");
        var plan = await plans.GetAsync(Id);
        if (State.Ended.Count == plan.Experiments.Length)
        {
            State.State = State.Ended.ContainsValue(CellState.Failed) ? CellState.Failed : CellState.Completed;
            State.Log.Note(time, $"ended: {State.State}");
        }
        if (State.State == CellState.Running)
        {
            _saving ??= this.RegisterGrainTimer(Save, new GrainTimerCreationOptions(SaveEvery, Timeout.InfiniteTimeSpan));
            return;
        }
        await document.WriteStateAsync();
        await GrainFactory.GetGrain<ISweepDirectoryGrain>(ISweepDirectoryGrain.Key).Ended(Id);
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
        var (sweep, submission) = (State.State, State.Submission); // before the experiments: an ended sweep never shows a running one
        var experiments = await Task.WhenAll(plan.Experiments.Select(experiment => State.Ended.TryGetValue(experiment.Id, out var ended)
            ? Task.FromResult(new ExperimentStatus(experiment.Id, ended, experiment.Rounds.Length, experiment.Rounds.Length, []))
            : Grain(experiment.Id).GetStatus()));
        return new SweepStatus(sweep, submission, [.. experiments]);
    }

    private IExperimentGrain Grain(ExperimentId experiment) => GrainFactory.GetGrain<IExperimentGrain>(experiment.ToString());
}
