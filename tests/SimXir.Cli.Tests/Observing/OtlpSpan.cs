namespace SimXir.Cli.Tests;

/// <summary>A span as OTLP carries it; ids are lower-case hexadecimal.</summary>
public sealed record OtlpSpan(string Trace, string Id, string Parent, string Name, string Service);
