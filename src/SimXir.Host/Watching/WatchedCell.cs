using System.Text.Json.Serialization;
using SimXir.Experiments;
using SimXir.Grid;

namespace SimXir.Host;

/// <summary>One cell as it stands now.</summary>
/// <param name="Result">Its state and figures.</param>
/// <param name="Progress">How much of the rounds that lead to it is done, 0 to 1.</param>
/// <param name="Stage">The round that runs or waits for it now; null where none does.</param>
public sealed record WatchedCell(CellResult Result, double Progress, string? Stage)
{
    /// <summary>The rounds that lead to it, parents first.</summary>
    [JsonIgnore]
    public CellPath Path { get; init; } = CellPath.None;

    /// <summary>The same with what its experiment's open rounds say now.</summary>
    internal WatchedCell At(ExperimentStatus status)
    {
        if (Result.State.HasEnded()) return this with { Progress = 1, Stage = null };
        var open = status.Active.Where(round => Path.Rounds.Contains(round.Key)).ToArray();
        var parts = Path.Done + open.Sum(round => round.Progress is { Steps: > 0 } progress ? Math.Clamp((double)progress.Step / progress.Steps, 0, 1) : 0);
        var leading = Array.Find(open, round => round.Status == RoundStatus.Leased) ?? open.FirstOrDefault();
        var running = leading is { Status: RoundStatus.Leased } && Result.State == CellState.Waiting;
        return this with { Result = running ? Result with { State = CellState.Running } : Result, Progress = parts / Math.Max(1, Path.Rounds.Count), Stage = leading?.Title };
    }
}
