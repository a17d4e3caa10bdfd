using System.Collections.Immutable;
using SimXir.Method;

namespace SimXir.Cli;

/// <summary>What is in a checkpoint.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Format">How it is laid out.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Of the file.</param>
/// <param name="Backbone">The backbone that an import would take; null where there is none that is known.</param>
/// <param name="Strange">Why a ResNet that is there is none that is known.</param>
/// <param name="Tensors">By name.</param>
/// <param name="Texts">What stands beside them: metadata, epochs, settings.</param>
public sealed record CheckpointReport(
    string File,
    CheckpointFormat Format,
    long Bytes,
    string Sha256,
    BackboneReport? Backbone,
    string? Strange,
    ImmutableArray<TensorReport> Tensors,
    ImmutableSortedDictionary<string, string> Texts)
{
    public static CheckpointReport Of(CheckpointFile file)
    {
        var (backbone, strange) = ((BackboneReport?)null, (string?)null);
        try
        {
            if (BackboneFinder.Find(file.Content) is { } found) backbone = BackboneReport.Of(found);
        }
        catch (CheckpointException fault)
        {
            strange = fault.Message; // a file can be looked into whatever network it holds
        }

        return new CheckpointReport(
            file.Name,
            file.Format,
            file.Bytes,
            file.Sha256,
            backbone,
            strange,
            [.. file.Content.Tensors.Select(pair => TensorReport.Of(pair.Key, pair.Value))],
            file.Content.Metadata);
    }
}
