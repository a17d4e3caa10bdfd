using SimXir.Experiments;
using SimXir.Method;

namespace SimXir.Cli;

/// <summary>A dataset's baselines.</summary>
public sealed record BaselineRow(DatasetId Dataset, BaselineFigures Knn);
