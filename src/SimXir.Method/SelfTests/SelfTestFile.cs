using System.Collections.Immutable;

namespace SimXir.Method;

/// <summary>What came of one file's checks.</summary>
/// <param name="Name">The file's name without its ending.</param>
/// <param name="Checks">In the order in which they ran.</param>
public sealed record SelfTestFile(string Name, ImmutableArray<SelfTestCheck> Checks)
{
    public bool Passed => Checks.All(check => check.Passed);
}
