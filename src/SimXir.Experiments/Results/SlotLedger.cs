using System.Text.Json.Serialization;

namespace SimXir.Experiments;

/// <summary>Where a slot's time went; the parts sum to the slot's wall time.</summary>
/// <param name="UsefulSeconds">Training or evaluation that its result rests on.</param>
/// <param name="RedoneSeconds">Work done again that an earlier attempt had done and lost.</param>
/// <param name="StartupSeconds">Loading data, parents and checkpoints.</param>
/// <param name="CheckpointSeconds">Writing checkpoints and results.</param>
/// <param name="IdleSeconds">Without work since the slot's round before, or since the experiment began where that is later.</param>
/// <param name="WastedSeconds">Attempts that failed.</param>
public sealed record SlotLedger(
    double UsefulSeconds = 0,
    double RedoneSeconds = 0,
    double StartupSeconds = 0,
    double CheckpointSeconds = 0,
    double IdleSeconds = 0,
    double WastedSeconds = 0)
{
    [JsonIgnore]
    public double TotalSeconds => UsefulSeconds + RedoneSeconds + StartupSeconds + CheckpointSeconds + IdleSeconds + WastedSeconds;

    public static SlotLedger operator +(SlotLedger a, SlotLedger b) => new(
        a.UsefulSeconds + b.UsefulSeconds,
        a.RedoneSeconds + b.RedoneSeconds,
        a.StartupSeconds + b.StartupSeconds,
        a.CheckpointSeconds + b.CheckpointSeconds,
        a.IdleSeconds + b.IdleSeconds,
        a.WastedSeconds + b.WastedSeconds);

    public static SlotLedger operator -(SlotLedger a, SlotLedger b) => new(
        a.UsefulSeconds - b.UsefulSeconds,
        a.RedoneSeconds - b.RedoneSeconds,
        a.StartupSeconds - b.StartupSeconds,
        a.CheckpointSeconds - b.CheckpointSeconds,
        a.IdleSeconds - b.IdleSeconds,
        a.WastedSeconds - b.WastedSeconds);
}
