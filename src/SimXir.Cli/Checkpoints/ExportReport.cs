using SimXir.Experiments;
using SimXir.Host;

namespace SimXir.Cli;

/// <summary>What an export wrote.</summary>
/// <param name="What">Whose weights they are.</param>
/// <param name="File">Where they are now.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Weights"><c>sha256:…</c> of the file, as a table's JSON has it.</param>
/// <param name="Round">The key of the round that made them.</param>
/// <param name="Backbone">What they are the weights of.</param>
public sealed record ExportReport(string What, string File, long Bytes, string Weights, RoundKey Round, BackboneSpec Backbone)
{
    public static ExportReport Of(StoredWeights weights, string file) =>
        new(weights.What, file, weights.Part.Bytes, $"sha256:{weights.Part.Sha256}", weights.Round, weights.Backbone);
}
