using SimXir.Experiments;
using SimXir.Grid;
using SimXir.Store;

namespace SimXir.Host;

/// <summary>How a user or a limit holds a sweep back.</summary>
/// <param name="State">Paused or cancelled.</param>
/// <param name="Why">In a sentence.</param>
internal sealed record SweepHold(CellState State, string Why)
{
    /// <summary>Null where nothing holds it. A wish that nobody has obeyed yet counts: whoever drives the sweep next obeys it first.</summary>
    public static SweepHold? Of(SweepState? state, SweepWish? wish)
    {
        if (state is null or { State: CellState.Completed or CellState.Failed }) return null;
        if (state.State == CellState.Cancelled) return new SweepHold(CellState.Cancelled, state.Held ?? HoldWords.UserAsked);
        var isNew = wish is not null && wish.OrderNumber > state.OrderSeen && state.Order != SweepOrder.Cancel;
        var (order, why) = isNew ? (wish!.Order, HoldWords.UserAsked) : (state.Order, state.Held ?? HoldWords.UserAsked);
        return order == SweepOrder.Run ? null : new SweepHold(order == SweepOrder.Pause ? CellState.Paused : CellState.Cancelled, why);
    }
}
