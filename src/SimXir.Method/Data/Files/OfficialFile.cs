using System.Collections.Immutable;

namespace SimXir.Method;

/// <summary>One file as the authors of a dataset publish it.</summary>
/// <param name="Url">Where.</param>
/// <param name="LengthBytes">Exactly; more is never read.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
/// <param name="Entries">What is taken out of it, where it is a <c>.tar.gz</c>; empty where it is one of the dataset's files itself.</param>
public sealed record OfficialFile(Uri Url, long LengthBytes, string Sha256, ImmutableArray<OfficialEntry> Entries)
{
    /// <summary>The last segment of its URL, also on a mirror.</summary>
    public string Name => Url.Segments[^1];
}
