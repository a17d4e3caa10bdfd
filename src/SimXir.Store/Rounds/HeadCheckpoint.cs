using SimXir.Experiments;

namespace SimXir.Store;

/// <summary>From where an interrupted round goes on.</summary>
/// <param name="Part">The checkpoint's content.</param>
/// <param name="Step">Steps finished of this round.</param>
/// <param name="Epoch">Epochs finished, counted as in <see cref="RoundProgress"/>.</param>
/// <param name="At">When it was taken.</param>
/// <param name="Fence">The lease under which it was taken.</param>
public sealed record HeadCheckpoint(PartRef Part, long Step, int Epoch, DateTimeOffset At, long Fence);
