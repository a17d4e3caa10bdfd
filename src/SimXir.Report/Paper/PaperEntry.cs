using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>A compared figure with its place.</summary>
internal sealed record PaperEntry(int Table, DatasetId Dataset, MethodId Method, Treatment Treatment, ComparedFigure Compared);
