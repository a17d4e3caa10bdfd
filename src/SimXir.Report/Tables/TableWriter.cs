using System.Text.Json;
using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>A sweep's figures as text; every form ends with a line feed.</summary>
public static class TableWriter
{
    /// <summary>Columns of a terminal that a table keeps within.</summary>
    public const int DefaultWidth = 100;

    /// <summary>For people: means over seeds with their deviations, and gains over baseline.</summary>
    /// <param name="result">Finished or not.</param>
    /// <param name="width">Characters; a table that is wider is cut into several.</param>
    public static string Text(SweepResult result, int width = DefaultWidth)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new TextTable(result, width).Write();
    }

    /// <summary>What <see cref="Text"/> says, but for where slot time went: for those who read that apart.</summary>
    public static string Figures(SweepResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new TextTable(result, DefaultWidth).Write(hasLedger: false);
    }

    /// <summary>What <see cref="Text"/> says, as GitHub-flavoured Markdown.</summary>
    public static string Markdown(SweepResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return MarkdownTable.Write(result);
    }

    /// <summary>What <see cref="Text"/> says, as LaTeX tables to <c>\input</c>.</summary>
    public static string Latex(SweepResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return LatexTable.Write(result);
    }

    /// <summary>One line for each cell, with its own figures in full precision.</summary>
    public static string Csv(SweepResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return CsvTable.Write(result);
    }

    /// <summary>One object on one line, of the form that the command line documents.</summary>
    public static string Json(SweepResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return JsonSerializer.Serialize(result, CorridorJson.Options) + "\n";
    }
}
