using SimXir.Experiments;
using SimXir.Grid;

namespace SimXir.Cli;

/// <summary>One line for each step that an experiment makes, and one every few seconds while it trains.</summary>
public sealed class PlainView(TextWriter output, TimeProvider time) : RunView
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private readonly Dictionary<ExperimentId, (string Stage, int Epoch, long Said)> _said = [];
    private readonly Lock _gate = new();
    private string? _held;

    public override void Begin(string description) => Write(description);

    public override void Notice(string text) => Write($"warning: {text}");

    public override void Show(SweepStatus status)
    {
        var held = HoldLine.Of(status);
        if (held != _held) Write(held ?? "The sweep goes on.");
        _held = held;
        foreach (var experiment in status.Experiments)
        {
            var stage = StageLine.StageOf(experiment);
            var epoch = StageLine.LeadingRound(experiment)?.Progress?.Epoch ?? 0;
            var known = _said.TryGetValue(experiment.Id, out var said);
            var changed = !known || said.Stage != stage;
            if (!changed && (said.Epoch == epoch || time.GetElapsedTime(said.Said) < Every)) continue;
            _said[experiment.Id] = (stage, epoch, time.GetTimestamp());
            Write(StageLine.Of(experiment));
        }
    }

    private void Write(string line)
    {
        lock (_gate) output.WriteLine(line);
    }
}
