using System.Text;

namespace SimXir.Report;

/// <summary>Rows of text in aligned columns: the first to the left, the others to the right.</summary>
internal static class TextColumns
{
    /// <param name="rows">The head first; all of one length.</param>
    public static string Of(IReadOnlyList<string[]> rows)
    {
        var widths = rows[0].Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            var line = string.Join("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[0]) : cell.PadLeft(widths[column])));
            text.Append(line.TrimEnd()).Append('\n');
        }
        return text.ToString();
    }
}
