using System.Globalization;
using SimXir.Host;

namespace SimXir.Cli;

/// <summary>How far a download is, on the error stream: one line that is rewritten on a terminal, a line for each tenth elsewhere.</summary>
public sealed class FetchView(TextWriter? output, bool rewrites)
{
    private string _shown = "";
    private string _file = "";

    /// <param name="json">Nothing is shown beside JSON.</param>
    public static FetchView Create(bool json) => new(json ? null : Console.Error, !Console.IsErrorRedirected);

    public void Show(FetchProgress progress)
    {
        var part = (int)(progress.DoneBytes * 100 / progress.WholeBytes);
        if (!rewrites) part -= part % 10;
        var line = string.Create(CultureInfo.InvariantCulture, $"{progress.File}: {part} % of {progress.WholeBytes / 1e6:0.0} MB");
        if (line == _shown) return;
        if (rewrites && _file.Length > 0 && _file != progress.File) output?.WriteLine();
        (_shown, _file) = (line, progress.File);
        if (rewrites) output?.Write($"\r{line}");
        else output?.WriteLine(line);
    }

    /// <summary>Leaves the line.</summary>
    public void End()
    {
        if (rewrites && _shown.Length > 0) output?.WriteLine();
    }
}
