namespace SimXir.Host;

/// <summary>A silo of a rig.</summary>
/// <param name="Role">What it is for.</param>
/// <param name="Process">The process.</param>
public sealed record RigMember(SiloRole Role, ChildProcess Process)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private const string Joined = "joined: ";

    /// <summary>Waits until it is a member; <paramref name="times"/> 2 until it is one again after an eviction.</summary>
    public Task JoinedAsync(int times = 1) => Process.UntilSaidAsync(Joined, Patience, times);

    /// <summary>Whether a slot's silo is this one, in any of its memberships.</summary>
    public bool Owns(string silo) => Process.Said.Split('\n')
        .Any(line => line.StartsWith(Joined, StringComparison.Ordinal) && line.Contains($" silo {silo.Split('@')[0]} of ", StringComparison.Ordinal));
}
