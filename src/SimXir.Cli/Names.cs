using SimXir.Experiments;
using SimXir.Host;

namespace SimXir.Cli;

/// <summary>Names on the command line, parsed to types; a name that is none becomes an <see cref="InputException"/>.</summary>
public static class Names
{
    public static SweepId Sweep(string text) =>
        SweepId.IsValid(text) ? new SweepId(text) : throw new InputException($"'{text}' is no sweep name; {SweepId.Allowed}");

    public static CellAddress Cell(string text)
    {
        try
        {
            return CellAddress.Parse(text);
        }
        catch (FormatException fault)
        {
            throw new InputException(fault.Message);
        }
    }

    public static ClusterAddress Cluster(string text)
    {
        try
        {
            return ClusterAddress.Parse(text);
        }
        catch (FormatException fault)
        {
            throw new InputException(fault.Message);
        }
    }

    public static ImportId Import(string text) =>
        ImportId.IsValid(text) ? new ImportId(text) : throw new InputException($"'{text}' is no name of an import; {ImportId.Allowed}");

    /// <summary>What names an encoder's weights: where it has the form of a cell, it must be a whole one.</summary>
    public static string Weights(string text) => !text.Contains('/', StringComparison.Ordinal) || Cell(text).Treatment is not null
        ? text
        : throw new InputException($"'{text}' names no single encoder; weights are named by {WeightsReading.Form}");

    public static DatasetId Dataset(string text) => DatasetId.IsValid(text)
        ? DatasetId.Parse(text)
        : throw new InputException($"unknown dataset '{text}'; known: {DatasetId.Known}");
}
