using System.CommandLine;
using System.Text.Json;
using SimXir.Experiments;
using SimXir.Report;

namespace SimXir.Cli;

/// <summary>How all of <c>simxir dynamics</c> tells: numbers as text or JSON, and drawings where a folder is named.</summary>
public sealed class DynamicsOutput
{
    private readonly Option<string?> _out = new("--out") { Description = "Draw the figures too, as SVG and PNG, into this folder", HelpName = "DIR" };
    private readonly Option<bool> _json = CommonOptions.Json();

    /// <summary>Gives a command the options that say so.</summary>
    public void AddTo(Command command)
    {
        command.Add(_out);
        command.Add(_json);
    }

    /// <summary>Prints, and draws if asked to.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="text">The numbers for a person.</param>
    /// <param name="json">The numbers for a program.</param>
    /// <param name="figures">Made where they are to be drawn.</param>
    public int Tell(ParseResult parsed, Func<string> text, Func<object> json, Func<IEnumerable<Figure>> figures)
    {
        string[] files = parsed.GetValue(_out) is { } folder ? [.. figures().SelectMany(figure => Save(figure, folder))] : [];
        if (parsed.GetValue(_json))
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(new { result = json(), files }, CorridorJson.Options));
            return ExitCode.Done;
        }
        Console.Out.Write(text());
        if (files.Length > 0) Console.Out.WriteLine();
        foreach (var file in files) Console.Out.WriteLine($"wrote {file}");
        return ExitCode.Done;
    }

    private static IReadOnlyList<string> Save(Figure figure, string folder)
    {
        try
        {
            return figure.Save(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"--out {folder}: cannot write there: {fault.Message}");
        }
    }
}
