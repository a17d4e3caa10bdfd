using System.Collections.Immutable;
using SimXir.Experiments;
using SimXir.Report;

namespace SimXir.Host;

/// <summary>A sweep's figures as tables, written once for everyone who looks, until a cell has another state: means over ten thousand cells take a second.</summary>
internal sealed class TableLook
{
    private readonly Lock _turn = new();
    private volatile Written? _written;

    /// <summary>What was written of this state; null where nothing was.</summary>
    public string? Find(SweepSnapshot now) => _written is { } written && written.IsOf(now) ? written.Text : null;

    public ValueTask<string> WriteAsync(SweepSnapshot now, CancellationToken cancellation) =>
        Find(now) is { } known ? new ValueTask<string>(known) : new ValueTask<string>(Task.Run(() => Write(now), cancellation));

    private string Write(SweepSnapshot now)
    {
        lock (_turn)
        {
            if (Find(now) is { } meanwhile) return meanwhile;
            var text = TableWriter.Figures(now.ToResult(new SlotLedger()));
            _written = new Written(now.Plan, now.SubmittedAt, [.. now.Cells.Select(cell => cell.Result.State)], text);
            return text;
        }
    }

    /// <param name="Plan">Seeds may be added to it.</param>
    /// <param name="SubmittedAt">What is submitted again may end with other figures.</param>
    /// <param name="States">Of its cells, in the plan's order: figures and reasons come with a cell's end.</param>
    /// <param name="Text">The tables.</param>
    private sealed record Written(SweepPlan Plan, DateTimeOffset? SubmittedAt, ImmutableArray<CellState> States, string Text)
    {
        public bool IsOf(SweepSnapshot now) => Plan == now.Plan && SubmittedAt == now.SubmittedAt && States.AsSpan().SequenceEqual([.. now.Cells.Select(cell => cell.Result.State)]);
    }
}
