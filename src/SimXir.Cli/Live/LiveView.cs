using SimXir.Grid;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SimXir.Cli;

/// <summary>One line per experiment, rewritten in place; what does not fit the window is counted below.</summary>
public sealed class LiveView(IAnsiConsole console) : RunView
{
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private LiveDisplayContext? _live;
    private Task _running = Task.CompletedTask;

    public override void Begin(string description)
    {
        console.WriteLine(description);
        var ready = new TaskCompletionSource();
        _running = console.Live(new Text("starting")).AutoClear(false).Overflow(VerticalOverflow.Crop).StartAsync(async live =>
        {
            _live = live;
            ready.SetResult();
            await _end.Task;
        });
        ready.Task.GetAwaiter().GetResult();
    }

    public override void Notice(string text)
    {
        lock (_gate) console.WriteLine($"warning: {text}", new Style(Color.Yellow));
    }

    public override void Show(SweepStatus status)
    {
        lock (_gate)
        {
            var room = Math.Max(3, console.Profile.Height - 5);
            var ordered = status.Experiments.OrderBy(StageLine.Rank).ToArray();
            var rows = ordered.Take(room).Select(experiment => (IRenderable)Line(experiment)).ToList();
            if (ordered.Length > room) rows.Add(new Text($"… and {ordered.Length - room} more experiments", new Style(decoration: Decoration.Dim)));
            if (HoldLine.Of(status) is { } held) rows.Insert(0, new Text(held, new Style(Color.Yellow)));
            _live?.UpdateTarget(new Rows(rows));
        }
    }

    public override async ValueTask EndAsync()
    {
        _end.TrySetResult();
        await _running;
    }

    private Text Line(ExperimentStatus experiment)
    {
        var (line, width) = (StageLine.Of(experiment), console.Profile.Width - 1);
        return new Text(line.Length > width ? $"{line[..(width - 1)]}…" : line, StageLine.StyleOf(experiment));
    }
}
