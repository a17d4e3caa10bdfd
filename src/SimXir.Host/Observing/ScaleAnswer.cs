using SimXir.Grid;

namespace SimXir.Host;

/// <summary>How many slots the pool could use now: what a scaler holds its workers against.</summary>
/// <param name="SlotsWanted">Rounds that wait and rounds that run: without the latter, busy workers would be sent away as soon as nothing waits.</param>
/// <param name="Waiting">Rounds without a slot.</param>
/// <param name="Leased">Rounds with one.</param>
/// <param name="Slots">Slots of the pool that get work.</param>
public sealed record ScaleAnswer(int SlotsWanted, int Waiting, int Leased, int Slots)
{
    /// <remarks>A round that no slot of the pool can run wants none: more slots of the same kind would not help it. One that waits while its slots hold
    /// something else does.</remarks>
    public static ScaleAnswer Of(PoolStatus pool)
    {
        var waiting = pool.Waiting.Count(round => pool.Slots.IsEmpty || pool.Slots.Any(slot => slot.Has(round.Service.Needs)));
        return new(waiting + pool.Served.Length, waiting, pool.Served.Length, pool.Slots.Length - pool.Quarantined.Length);
    }
}
