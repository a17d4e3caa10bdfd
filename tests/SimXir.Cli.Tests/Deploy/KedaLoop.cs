using System.Net;
using System.Text.Json;
using k8s.Models;
using Microsoft.Extensions.Time.Testing;
using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Host;

namespace SimXir.Cli.Tests;

/// <summary>Kubernetes as a pool sees it: KEDA asks the endpoint's answer, the autoscaler follows its published algorithm with the manifest's numbers, and the
/// ReplicaSet takes the pods of the lowest deletion cost. The pool itself is the grid's own queue and roster.</summary>
public sealed class KedaLoop
{
    private readonly ScaledSpec _spec;
    private readonly FakeTimeProvider _time = new();
    private readonly List<(DateTimeOffset At, int Wanted)> _recommended = [];
    private readonly List<(DateTimeOffset At, int Change)> _changes = [];
    private readonly List<WorkerId> _pods = [];
    private readonly Dictionary<RoundKey, WaitingRound> _rounds = [];
    private readonly Dictionary<RoundKey, DateTimeOffset> _ends = [];
    private readonly RoundQueue _queue;
    private DateTimeOffset _active;
    private int _names;

    /// <param name="spec">The manifest's.</param>
    /// <param name="roundLength">How long a slot has a round.</param>
    public KedaLoop(ScaledSpec spec, TimeSpan roundLength) => (_spec, RoundLength, _queue, Roster) = (spec, roundLength, new RoundQueue(_time), new SlotRoster(_time));

    public TimeSpan RoundLength { get; }

    public SlotRoster Roster { get; }

    public int Pods => _pods.Count;

    public int Completed { get; private set; }

    /// <summary>How often the number of pods turned from growing to shrinking or back.</summary>
    public int Turns => _changes.Where(change => change.Change != 0).Select(change => Math.Sign(change.Change)).Aggregate((Turns: 0, Last: 0), (seen, sign) => (seen.Turns + (seen.Last != 0 && seen.Last != sign ? 1 : 0), sign)).Turns;

    public List<string> SentAwayBusyWhileOthersIdled { get; } = [];

    public int SentAwayBusy { get; private set; }

    public void Submit(int rounds)
    {
        for (var i = 0; i < rounds; i++)
        {
            var round = new WaitingRound(new RoundKey((++_names).ToString("x64", System.Globalization.CultureInfo.InvariantCulture)), new SweepId("s"), new ServiceSpec(), []);
            _rounds[round.Key] = round;
            _queue.Offer(round);
        }
    }

    public PoolStatus Status() => new([.. _queue.Waiting], [.. Roster.Known], [.. _queue.Served], [.. Roster.Quarantined]);

    /// <summary>One polling interval.</summary>
    public void Step()
    {
        _time.Advance(TimeSpan.FromSeconds(_spec.PollingInterval));
        Work();
        Scale(JsonSerializer.SerializeToElement(ScaleAnswer.Of(Status()), JsonSerializerOptions.Web).GetProperty(_spec.Triggers.Single().Metadata["valueLocation"]).GetInt32());
    }

    private void Work()
    {
        foreach (var key in _ends.Where(end => end.Value <= _time.GetUtcNow()).Select(end => end.Key).ToArray())
        {
            _ends.Remove(key);
            _rounds.Remove(key);
            _queue.Withdraw(key);
            Completed++;
        }
        foreach (var pod in _pods)
        {
            var slot = new SlotOffer(pod);
            Roster.See(slot);
            if (_queue.Served.All(served => served.Worker != pod) && _queue.TakeNext(slot, _ => true) is { } round)
            {
                _queue.Serve(_rounds[round], pod);
                _ends[round] = _time.GetUtcNow() + RoundLength;
            }
        }
    }

    private void Scale(int value)
    {
        var now = _time.GetUtcNow();
        var behavior = _spec.Advanced.HorizontalPodAutoscalerConfig.Behavior;
        if (value > int.Parse(_spec.Triggers.Single().Metadata["activationTargetValue"], System.Globalization.CultureInfo.InvariantCulture)) _active = now;
        var wanted = Math.Clamp((int)Math.Ceiling(value / double.Parse(_spec.Triggers.Single().Metadata["targetValue"], System.Globalization.CultureInfo.InvariantCulture)), 0, _spec.MaxReplicaCount);
        if (Pods == 0)
        {
            Change(now, _active == now ? 1 : 0); // KEDA itself takes the first step; the autoscaler is out of work at zero
            return;
        }
        if (value == 0 && now - _active >= TimeSpan.FromSeconds(_spec.CooldownPeriod))
        {
            Change(now, -Pods);
            return;
        }
        _recommended.Add((now, Math.Max(1, wanted)));
        var down = _recommended.Where(past => now - past.At <= TimeSpan.FromSeconds(behavior.ScaleDown.StabilizationWindowSeconds ?? 300)).Max(past => past.Wanted);
        if (wanted > Pods) Change(now, Math.Min(wanted - Pods, Left(now, behavior.ScaleUp.Policies, sign: 1)));
        else if (down < Pods) Change(now, -Math.Min(Pods - down, Left(now, behavior.ScaleDown.Policies, sign: -1)));
        else Change(now, 0);
    }

    private int Left(DateTimeOffset now, IList<V2HPAScalingPolicy> policies, int sign) => policies.Max(policy =>
        policy.Value - _changes.Where(change => now - change.At < TimeSpan.FromSeconds(policy.PeriodSeconds)).Sum(change => Math.Max(0, sign * change.Change)));

    private void Change(DateTimeOffset now, int change)
    {
        _changes.Add((now, change));
        for (; change > 0; change--) _pods.Add(new WorkerId(FormattableString.Invariant($"10.0.{++_names / 250}.{(_names % 250) + 1}:11111@1"), "cuda:0#0"));
        for (; change < 0; change++) SendAway(Status());
    }

    private void SendAway(PoolStatus pool)
    {
        int CostOf(WorkerId pod) => PodCost.Of(pool, IPEndPoint.Parse(pod.Silo.Split('@')[0]).Address);
        var victim = _pods.MinBy(CostOf);
        var busy = pool.Served.Any(served => served.Worker == victim);
        if (busy && _pods.Any(pod => pool.Served.All(served => served.Worker != pod))) SentAwayBusyWhileOthersIdled.Add(victim.ToString());
        if (busy) SentAwayBusy++;
        _pods.Remove(victim);
        Roster.Leave(victim);
        foreach (var served in pool.Served.Where(served => served.Worker == victim))
        {
            _ends.Remove(served.Round.Key);
            _queue.Offer(served.Round);
        }
    }
}
