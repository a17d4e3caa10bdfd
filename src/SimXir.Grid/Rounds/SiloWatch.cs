namespace SimXir.Grid;

/// <summary>What membership says of a worker's silo: it makes a death known sooner, and is never its proof alone.</summary>
public sealed class SiloWatch(IClusterMembershipService membership)
{
    /// <summary>Whether the silo is dead, or no member at all and silent for longer than a live worker would be.</summary>
    public bool IsGone(WorkerId worker, TimeSpan silent, GridOptions options)
    {
        var known = membership.CurrentSnapshot.Members.TryGetValue(SiloAddress.FromParsableString(worker.Silo), out var member);
        return known ? member!.Status == SiloStatus.Dead : silent > options.RenewEvery * 1.5;
    }
}
