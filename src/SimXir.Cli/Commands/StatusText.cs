using System.Globalization;
using System.Text;
using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Report;

namespace SimXir.Cli;

/// <summary>A sweep's status as a person reads it.</summary>
public static class StatusText
{
    public static string Of(StoredStatus status)
    {
        var text = new StringBuilder();
        text.AppendLine(status.Held is null ? $"{status.Sweep}: {status.State}" : $"{status.Sweep}: {status.State}: {status.Held}");
        foreach (var experiment in status.Experiments)
        {
            var open = experiment.Open is null ? "" : $"; next {experiment.Open}";
            text.AppendLine(string.Create(CultureInfo.InvariantCulture,
                $"  {experiment.Id.Dataset} {experiment.Id.Method} seed {experiment.Id.Seed}: {experiment.State}, {experiment.RoundsDone}/{experiment.Rounds} rounds{open}"));
        }
        text.AppendLine(status.RunningSeconds < 0.5
            ? LedgerLine.Of(status.Ledger)
            : $"{LedgerLine.Of(status.Ledger)}; beside it {DurationText.Of(TimeSpan.FromSeconds(status.RunningSeconds))} of attempts that run, since their last checkpoint");
        if (status.Wasted.Count > 0)
        {
            var reasons = status.Wasted.Select(reason => string.Create(CultureInfo.InvariantCulture, $"{reason.Key} {reason.Value:F1} s"));
            text.AppendLine($"wasted by: {string.Join(", ", reasons)}");
        }
        if (status.Worker is not null) text.AppendLine($"At work on this store: {status.Worker}.");
        if (status.State == CellState.Paused) text.AppendLine($"Paused: {HoldWords.CureOf(status.Held!, status.Sweep.Value)}.");
        else if (status.State == CellState.Cancelled) text.AppendLine("Submitted again, it starts again from its checkpoints.");
        else if (status.Worker is null && status.State is CellState.Running or CellState.Waiting) text.AppendLine("No process is at work on this store: 'simxir run' with the same spec goes on with it.");
        return text.ToString();
    }
}
