namespace SimXir.Cli.Tests;

/// <summary>How a server answers one request for a file.</summary>
/// <param name="Status">The first line of the answer after the protocol.</param>
/// <param name="Cut">The connection is closed after so many bytes of the body.</param>
/// <param name="Stalls">Nothing more is sent after the cut, and the connection stays.</param>
/// <param name="IgnoresRange">The whole file is sent, whatever was asked for.</param>
/// <param name="Flips">A bit of the body is another.</param>
/// <param name="Body">Sent in place of the file.</param>
public sealed record Served(string Status = "200 OK", int? Cut = null, bool Stalls = false, bool IgnoresRange = false, bool Flips = false, byte[]? Body = null);
