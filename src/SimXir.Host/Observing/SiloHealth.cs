namespace SimXir.Host;

/// <summary>Where one process stands as a member of its cluster; asked by probes, so it never waits for anybody.</summary>
public sealed class SiloHealth
{
    private IGrainFactory? _grains;
    private bool _hasJoined;

    /// <summary>Whether it has ever been a member: its start is over.</summary>
    public bool HasJoined => Volatile.Read(ref _hasJoined);

    /// <summary>The grid, while this is a member of it; null while it joins or leaves.</summary>
    public IGrainFactory? Grid => Volatile.Read(ref _grains);

    public void Joined(IGrainFactory grains)
    {
        Volatile.Write(ref _grains, grains);
        Volatile.Write(ref _hasJoined, true);
    }

    public void Left() => Volatile.Write(ref _grains, null);
}
