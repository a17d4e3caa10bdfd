using System.Collections.Immutable;
using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>The dynamics of one experiment's encoders: before fine-tuning, and after.</summary>
/// <param name="Experiment">Dataset, method and seed.</param>
/// <param name="Rows">Baseline first, then what was done to it; for each grouping and geometry.</param>
/// <param name="Notes">What is not there, and why.</param>
public sealed record EncoderStudy(ExperimentId Experiment, ImmutableArray<EncoderMeasures> Rows, ImmutableArray<string> Notes);
