namespace SimXir.Experiments;

/// <summary>A content-addressed part: its SHA-256 (64 lower-case hexadecimal digits) and its size.</summary>
public sealed record PartRef(string Sha256, long Bytes);
