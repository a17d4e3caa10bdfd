using System.Globalization;
using Microsoft.Extensions.Options;
using SimXir.Experiments;

namespace SimXir.Grid;

/// <inheritdoc cref="IExperimentGrain"/>
[GrainType("experiment")]
public sealed partial class ExperimentGrain(
    [PersistentState("experiment")] IPersistentState<ExperimentState> state,
    SweepPlans plans,
    IOptions<GridOptions> options,
    TimeProvider time,
    ILogger<ExperimentGrain> log) : Grain, IExperimentGrain
{
    private readonly Dictionary<RoundKey, RoundProgress> _progress = [];
    private readonly Dictionary<RoundKey, double> _slotSeconds = []; // of open rounds
    private ExperimentPlan? _plan;
    private IGrainTimer? _timer;
    private Task? _told;
    private IReadOnlyList<PlannedRound> _ready = []; // remembered as wished, and not asked for yet
    private string? _trace; // of the start, until the timer has made its first steps: a timer carries no span along

    private ExperimentId Id => ExperimentId.Parse(this.GetPrimaryKeyString());

    private ExperimentState State => state.State;

    public async Task Start(int submission, SweepOrder order, ServiceSpec service)
    {
        var started = State.Submission < submission;
        if (started)
        {
            (State.Submission, State.State, State.RunningSince) = (submission, CellState.Running, time.GetUtcNow());
            State.Rounds.Clear();
            State.Log.Note(time, string.Create(CultureInfo.InvariantCulture, $"started by submission {submission} of sweep {Id.Sweep}"));
        }
        var walk = await Walk();
        var obeyed = walk.Obey(order) | State.Service != service;
        State.Service = service;
        if (started) _ready = State.State == CellState.Running ? walk.TakeReady() : [];
        if (started || obeyed) await state.WriteStateAsync();
        _trace = GridTrace.Current;
        _told = null; // the sweep asks, so it does not know of an end
        var every = options.Value.AskAgainEvery;
        if (_timer is null) _timer = this.RegisterGrainTimer(AskAgain, new GrainTimerCreationOptions(TimeSpan.Zero, every) { KeepAlive = true });
        else if (obeyed) _timer.Change(TimeSpan.Zero, every);
    }

    public async Task RoundChanged(RoundReport report)
    {
        if (report.Progress is { } progress) _progress[report.Key] = progress;
        _slotSeconds[report.Key] = report.SlotSeconds;
        if (State.State.HasEnded() || !(await Walk()).Apply(report, first: false)) return;
        if (State.State == CellState.Running) await Advance(changed: true);
        else await state.WriteStateAsync();
    }

    public async Task<ExperimentStatus> GetStatus()
    {
        var plan = await Plan();
        var active = (await Walk()).Open()
            .Where(round => State.State == CellState.Running || State.Rounds[round.Key].Status == RoundStatus.Leased)
            .Select(round => new ActiveRound(round.Key, round.Title, State.Rounds[round.Key].Status, _progress.GetValueOrDefault(round.Key), State.Rounds[round.Key].Reason));
        var seconds = State.Rounds.Sum(round => round.Value.HasEnded ? round.Value.SlotSeconds : _slotSeconds.GetValueOrDefault(round.Key));
        return new ExperimentStatus(Id, State.State, State.Rounds.Values.Count(entry => entry.HasEnded), plan.Rounds.Length, [.. active], seconds);
    }

    /// <summary>The safety net: asks every open round how it stands, or leaves it where the experiment is held, and makes whatever step was missed.</summary>
    private async Task AskAgain(CancellationToken cancellation)
    {
        using var span = _trace is null ? null : GridTrace.Start("simxir.start", _trace)?.SetTag("simxir.experiment", this.GetPrimaryKeyString());
        try
        {
            var walk = await Walk();
            if (State.State == CellState.Running)
            {
                var changed = false;
                foreach (var round in walk.Open().Except(_ready)) changed |= walk.Apply(await Ask(round, fresh: false), first: false);
                await Advance(changed);
            }
            else
            {
                if (State.State is CellState.Paused or CellState.Cancelled) await Leave(walk);
                if (State.State.HasEnded()) Tell();
            }
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogNotAsked(fault, Id); // the timer's next tick tries again
            return;
        }
        _trace = null;
    }

    private async Task Leave(ExperimentWalk walk)
    {
        var order = State.State == CellState.Paused ? SweepOrder.Pause : SweepOrder.Cancel;
        var changed = false;
        foreach (var report in await Task.WhenAll(walk.Open().Select(round => Round(round.Key).Leave(Id, order)))) changed |= walk.Apply(report, first: false);
        if (changed) await state.WriteStateAsync();
    }

    /// <summary>Makes every step that is due. What waits or runs is not written: whoever wakes asks again, and the wish stands already.</summary>
    private async Task Advance(bool changed)
    {
        var walk = await Walk();
        changed |= await AskFirst(walk, _ready);
        _ready = [];
        while (walk.TakeReady() is { Count: > 0 } ready)
        {
            await state.WriteStateAsync();
            changed = await AskFirst(walk, ready);
        }
        var known = State.Rounds.Count;
        var ended = walk.Settle();
        if (changed || ended || State.Rounds.Count != known) await state.WriteStateAsync();
        if (ended) Tell();
    }

    /// <summary>Tells the sweep of the end, without waiting for it: the timer looks whether it arrived, and tells again where it did not.</summary>
    private void Tell()
    {
        if (_told is { IsCompletedSuccessfully: true })
        {
            _timer?.Dispose();
            _timer = null;
        }
        else if (_told is null or { IsCompleted: true })
        {
            _told = GrainFactory.GetGrain<ISweepGrain>(Id.Sweep.Value).ExperimentEnded(Id, State.Submission, State.State);
            _told.Ignore();
        }
    }

    /// <summary>Asks for rounds that have their entries; true where one changed.</summary>
    private async Task<bool> AskFirst(ExperimentWalk walk, IReadOnlyList<PlannedRound> rounds)
    {
        var changed = false;
        foreach (var round in rounds) changed |= walk.Apply(await Ask(round, fresh: true), first: true);
        return changed;
    }

    private async Task<RoundReport> Ask(PlannedRound round, bool fresh)
    {
        var report = await Round(round.Key).Request(new RoundRequest(round.Recipe, round.Title, Id, fresh) { Service = State.Service, Since = State.RunningSince });
        _slotSeconds[round.Key] = report.SlotSeconds;
        return report;
    }

    private IRoundGrain Round(RoundKey key) => GrainFactory.GetGrain<IRoundGrain>(key.Value);

    private async Task<ExperimentPlan> Plan() => _plan ??= await plans.GetAsync(Id);

    private async Task<ExperimentWalk> Walk() => new(await Plan(), State, time);
}
