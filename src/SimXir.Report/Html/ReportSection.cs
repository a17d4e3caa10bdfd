using System.Collections.Immutable;

namespace SimXir.Report;

/// <summary>A section of a report that others fill.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Paragraphs">Plain text.</param>
/// <param name="Text">Columns aligned with spaces; empty for none.</param>
/// <param name="Figures">SVG documents, each with what there is to see.</param>
public sealed record ReportSection(string Title, ImmutableArray<string> Paragraphs, string Text, ImmutableArray<(string Caption, string Svg)> Figures);
