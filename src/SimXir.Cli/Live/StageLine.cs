using System.Globalization;
using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Report;
using Spectre.Console;

namespace SimXir.Cli;

/// <summary>One experiment's state as one line.</summary>
public static class StageLine
{
    /// <summary>The round that a line speaks of: one that runs before one that waits; none where the experiment has ended.</summary>
    public static ActiveRound? LeadingRound(ExperimentStatus experiment) => experiment.State.HasEnded() ? null
        : experiment.Active.FirstOrDefault(round => round.Status == RoundStatus.Leased) ?? experiment.Active.FirstOrDefault();

    /// <summary>What changes when the experiment makes a step.</summary>
    public static string StageOf(ExperimentStatus experiment) =>
        LeadingRound(experiment) is { } round ? $"{round.Title} {round.Status}{round.Obstacle}" : experiment.State.ToString();

    public static string Of(ExperimentStatus experiment) => LeadingRound(experiment) switch
    {
        { Status: RoundStatus.Leased, Progress: { } progress } round => ProgressLine.Of(experiment.Id, round.Title, progress) + Done(experiment),
        { Status: RoundStatus.Leased } round => $"{Name(experiment.Id)}  {round.Title}  starting{Done(experiment)}",
        { Obstacle: { } obstacle } round => $"{Name(experiment.Id)}  {round.Title}  waits: {obstacle}{Done(experiment)}",
        { } round => $"{Name(experiment.Id)}  {round.Title}  waits for a slot{Done(experiment)}",
        null when experiment.State == CellState.Completed => $"{Name(experiment.Id)}  done{Done(experiment)}",
        null => $"{Name(experiment.Id)}  {experiment.State.ToString().ToLowerInvariant()}{Done(experiment)}",
    };

    public static Style StyleOf(ExperimentStatus experiment) => experiment.State switch
    {
        CellState.Completed => new Style(Color.Green),
        CellState.Failed => new Style(Color.Red),
        _ when LeadingRound(experiment)?.Status == RoundStatus.Leased => Style.Plain,
        _ => new Style(decoration: Decoration.Dim),
    };

    /// <summary>What runs first, then what waits, then what has ended.</summary>
    public static int Rank(ExperimentStatus experiment) => LeadingRound(experiment)?.Status switch
    {
        RoundStatus.Leased => 0,
        not null => 1,
        null => experiment.State.HasEnded() ? 2 : 1,
    };

    private static string Name(ExperimentId id) => string.Create(CultureInfo.InvariantCulture, $"{id.Dataset} {id.Method} seed {id.Seed}");

    private static string Done(ExperimentStatus experiment) =>
        string.Create(CultureInfo.InvariantCulture, $"  [{experiment.RoundsDone}/{experiment.Rounds} rounds]");
}
