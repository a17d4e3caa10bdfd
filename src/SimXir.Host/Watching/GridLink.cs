namespace SimXir.Host;

/// <summary>The way from the web to the grid of this process. A silo that was evicted is replaced by another one, with another factory: the web stays.</summary>
public sealed class GridLink
{
    private volatile IGrainFactory? _grains;

    /// <exception cref="GridAwayException">No silo of this process is in its cluster just now.</exception>
    public IGrainFactory Grains => _grains ?? throw new GridAwayException("this process is not in its cluster just now; it joins again by itself");

    public void Lead(IGrainFactory? grains) => _grains = grains;
}
