using System.Collections.Immutable;

namespace SimXir.Experiments;

/// <summary>The measurements of one stage of an experiment over all its rounds and their attempts, each step once.</summary>
/// <param name="Experiment">Whose.</param>
/// <param name="Stage"><c>pretrain</c>, <c>simxir</c>, <c>variant</c>, or the paper's probe on an encoder: <c>evaluate simxir</c>.</param>
/// <param name="Points">In order of their steps.</param>
/// <param name="UnreadableLines">Lines of the store's logs that could not be read, such as the last one of a process that was killed over it.</param>
public sealed record StageCurve(ExperimentId Experiment, string Stage, ImmutableArray<CurvePoint> Points, int UnreadableLines);
