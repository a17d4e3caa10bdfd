namespace SimXir.Host;

/// <summary>How far a file is.</summary>
public readonly record struct FetchProgress(string File, long DoneBytes, long WholeBytes);
