namespace SimXir.Method;

/// <summary>A file in an official archive.</summary>
/// <param name="Name">Its whole name there, which is also its place below the data folder.</param>
/// <param name="LengthBytes">Exactly.</param>
public sealed record OfficialEntry(string Name, long LengthBytes);
