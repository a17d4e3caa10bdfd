using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using SimXir.Experiments;
using SimXir.Method;

namespace SimXir.Cli;

/// <summary><c>simxir data list</c>: the datasets that a spec may name, and where each is on this machine.</summary>
public static class DataListCommand
{
    public static Command Create()
    {
        var (data, json) = (CommonOptions.Data(), CommonOptions.Json());
        var command = new Command("list", "The datasets there are, and where each is here") { data, json };
        command.SetGuarded((parsed, _) =>
        {
            var datasets = new Datasets(parsed.GetValue(data));
            var rows = Catalog.Datasets.Values.Concat(datasets.ImageFolders().Select(id => id.Info)).Select(info => RowOf(info, datasets)).ToArray();
            if (parsed.GetValue(json)) Console.Out.WriteLine(JsonSerializer.Serialize(rows, CorridorJson.Options));
            else foreach (var row in rows) Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.Name,-20}  {row.Title,-20}  {row.Classes?.ToString(CultureInfo.InvariantCulture) ?? "?",3} classes  {WhereOf(row)}"));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static DatasetRow RowOf(DatasetInfo info, Datasets datasets)
    {
        if (info.Folder is null) return new(info.Name, info.Title, info.Classes, Ships: true, Folder: null, Missing: null);
        try
        {
            var (folder, classes) = datasets.Find(DatasetId.Parse(info.Name));
            return new(info.Name, info.Title, classes, Ships: false, folder, Missing: null);
        }
        catch (DatasetException fault)
        {
            return new(info.Name, info.Title, info.Classes, Ships: false, Folder: null, fault.Message);
        }
    }

    private static string WhereOf(DatasetRow row) => row.Ships ? "ships with the program" : row.Folder ?? row.Missing!;

    /// <param name="Name">In a spec.</param>
    /// <param name="Title">In a table.</param>
    /// <param name="Classes">The number of labels; null for a folder of images that is not whole.</param>
    /// <param name="Ships">It is part of the program.</param>
    /// <param name="Folder">Where its files were found, or null.</param>
    /// <param name="Missing">Why they were not, and the cure, or null.</param>
    private sealed record DatasetRow(string Name, string Title, int? Classes, bool Ships, string? Folder, string? Missing);
}
