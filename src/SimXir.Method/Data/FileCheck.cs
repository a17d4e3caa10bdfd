namespace SimXir.Method;

/// <summary>One official file.</summary>
public sealed record FileCheck(string Name, long LengthBytes, string Sha256);
