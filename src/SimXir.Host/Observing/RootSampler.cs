using OpenTelemetry.Trace;
using SimXir.Grid;

namespace SimXir.Host;

/// <summary>Records the traces that begin with SimXir's own spans. The polls of slots, rounds and reconcilers, thousands a minute, begin none.</summary>
internal sealed class RootSampler : Sampler
{
    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
        new(samplingParameters.Name.StartsWith(GridTrace.RootPrefix, StringComparison.Ordinal));
}
