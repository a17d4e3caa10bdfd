using System.Collections.Immutable;
using SimXir.Experiments;
using SimXir.Host;

namespace SimXir.Cli;

/// <summary>What an import did.</summary>
/// <param name="Name">What a spec calls it.</param>
/// <param name="Store">Where it is.</param>
/// <param name="Round">The key of the round that it is.</param>
/// <param name="Weights"><c>sha256:…</c> of its weights there.</param>
/// <param name="Source">The file that it came from.</param>
/// <param name="Known">Whether it was there already.</param>
/// <param name="Backbone">What it is.</param>
/// <param name="Converted">How many tensors were no 32 bit floats in the file.</param>
/// <param name="Used">The tensors of the file that it is made of.</param>
/// <param name="Left">The others.</param>
/// <param name="Uncounted">BatchNorm counters that the file does not have; they start from 0.</param>
public sealed record ImportReport(
    ImportId Name,
    string Store,
    RoundKey Round,
    string Weights,
    string Source,
    bool Known,
    BackboneReport Backbone,
    int Converted,
    ImmutableArray<string> Used,
    ImmutableArray<string> Left,
    ImmutableArray<string> Uncounted)
{
    public static ImportReport Of(ImportedBackbone imported, string store)
    {
        var (import, found) = (imported.Import, imported.Taken.Found);
        return new ImportReport(
            import.Name, store, import.Key, $"sha256:{import.Recipe.Weights}", import.Source, imported.Known,
            BackboneReport.Of(found), imported.Taken.Converted, found.Used, found.Left, found.Uncounted);
    }
}
