using System.Collections.Immutable;

namespace SimXir.Method;

/// <summary>What a folder of images holds.</summary>
/// <param name="Files">How many images.</param>
/// <param name="LengthBytes">Of all of them.</param>
/// <param name="Classes">The names of the classes, by label.</param>
public sealed record ImageFolderCheck(int Files, long LengthBytes, ImmutableArray<string> Classes);
