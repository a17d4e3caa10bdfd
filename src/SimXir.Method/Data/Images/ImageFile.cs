namespace SimXir.Method;

/// <summary>One image of a folder of images.</summary>
/// <param name="Name">Below the folder, with slashes: <c>train/CLASS/FILE</c>.</param>
/// <param name="Label">Of its class.</param>
/// <param name="LengthBytes">Of the file.</param>
/// <param name="ChangedUtc">When it was last written to.</param>
internal sealed record ImageFile(string Name, int Label, long LengthBytes, DateTime ChangedUtc);
