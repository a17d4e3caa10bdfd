using System.Collections.Immutable;
using SimXir.Experiments;
using SimXir.Store;

namespace SimXir.Host;

/// <summary>The curves of a sweep, out of its store: while it runs, or after.</summary>
public sealed class CurveReading(IObjectStore store)
{
    /// <summary>Rounds read at once.</summary>
    private const int AtOnce = 16;

    private readonly MetricsLog _metrics = new(store);
    private readonly RoundStore _rounds = new(store);

    /// <summary>Every stage that has a measurement, in the plan's order.</summary>
    public async Task<ImmutableArray<StageCurve>> ReadAsync(SweepPlan plan, CancellationToken cancellation)
    {
        var stages = plan.Experiments.SelectMany(StagesOf).ToArray();
        var curves = new StageCurve[stages.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        await Parallel.ForAsync(0, stages.Length, options, async (i, token) => curves[i] = await ReadAsync(stages[i].Id, stages[i].Stage, stages[i].Rounds, token));
        return [.. curves.Where(curve => !curve.Points.IsEmpty)];
    }

    private static IEnumerable<(ExperimentId Id, string Stage, ImmutableArray<PlannedRound> Rounds)> StagesOf(ExperimentPlan experiment) =>
        from round in experiment.Rounds
        where round.Recipe is WorkRecipe
        group round by StageOf(round) into rounds
        select (experiment.Id, rounds.Key, rounds.ToImmutableArray());

    private static string StageOf(PlannedRound round) => round.Recipe switch
    {
        PretrainRecipe => "pretrain",
        FinetuneRecipe tuned => SpecWords.Of(tuned.Treatment),
        _ => round.Title,
    };

    /// <summary>Rounds follow each other: each begins at the step at which the one before ended.</summary>
    private async Task<StageCurve> ReadAsync(ExperimentId experiment, string stage, ImmutableArray<PlannedRound> rounds, CancellationToken cancellation)
    {
        var points = ImmutableArray.CreateBuilder<CurvePoint>();
        var (before, unreadable) = (0L, 0);
        foreach (var round in rounds)
        {
            var curve = await _metrics.ReadAsync(round.Key, cancellation);
            unreadable += curve.UnreadableLines;
            foreach (var point in curve.Points)
            {
                points.Add(new CurvePoint
                {
                    Round = round.Title,
                    Step = before + point.Step + 1,
                    Epoch = point.Epoch,
                    Loss = point.Loss,
                    LearningRate = point.LearningRate,
                    Knn = point.Knn,
                    FeatureSpread = point.FeatureSpread,
                    ViewsPerSecond = point.ViewsPerSecond,
                    At = point.At,
                });
            }
            var steps = (await _rounds.ReadManifestAsync(round.Key, help: false, cancellation))?.Manifest.Training?.Steps;
            before += steps ?? (curve.Points.IsEmpty ? 0 : curve.Points[^1].Step + 1);
        }
        return new StageCurve(experiment, stage, points.ToImmutable(), unreadable);
    }
}
