using System.Text;

namespace SimXir.Report;

/// <summary>For a terminal: columns aligned with spaces, a table that is too wide cut into several.</summary>
internal static class PaperTextWriter
{
    private const string Gap = "  ";

    public static string Write(PaperComparison comparison, int width)
    {
        var text = new StringBuilder();
        text.Append(TableNotes.Title(comparison.Result)).Append('\n');
        foreach (var line in PaperComparison.Legend) text.Append(line).Append('\n');
        foreach (var table in comparison.Tables) Write(text, table, width);
        text.Append('\n');
        foreach (var count in comparison.Tables.Select(PaperComparison.Count).Where(count => count.Length > 0)) text.Append(count).Append('\n');
        foreach (var note in comparison.Notes()) text.Append(note).Append('\n');
        return text.ToString();
    }

    private static void Write(StringBuilder text, PaperTable table, int width)
    {
        var rows = table.Sections.SelectMany(section => section.Rows).ToList();
        var label = rows.Max(row => row.Label.Length);
        var columns = table.Columns.Select((column, i) => rows.Select(row => row.Cells[i].Length).Append(column.Header.Length).Append(column.Group.Length).Max()).ToList();
        for (var from = 0; from < columns.Count;)
        {
            var to = Fitting(table, columns, from, width - label);
            text.Append('\n').Append(table.Title).Append('\n');
            if (table.Columns[from].Group.Length > 0) Line("", [.. table.Columns.Select((column, i) => i == from || (i > 0 && column.Group != table.Columns[i - 1].Group) ? column.Group : "")]);
            if (table.Columns.Any(column => column.Header.Length > 0)) Line("", [.. table.Columns.Select(column => column.Header)]);
            foreach (var (title, body) in table.Sections)
            {
                if (title.Length > 0) text.Append(title).Append('\n');
                foreach (var row in body) Line(row.Label, row.Cells);
            }
            from = to;

            void Line(string head, IReadOnlyList<string> cells)
            {
                var line = new StringBuilder(head.PadRight(label));
                for (var i = from; i < to; i++) line.Append(Gap).Append(cells[i].PadRight(columns[i]));
                text.Append(line.ToString().TrimEnd()).Append('\n');
            }
        }
    }

    /// <summary>The end of the columns that fit beside each other, at least one; a group is not torn where it fits whole.</summary>
    private static int Fitting(PaperTable table, List<int> columns, int from, int space)
    {
        var to = from;
        do space -= Gap.Length + columns[to++];
        while (to < columns.Count && space >= Gap.Length + columns[to]);
        if (to == columns.Count) return to;
        var whole = to;
        while (whole > from && table.Columns[whole].Group == table.Columns[whole - 1].Group) whole--;
        return whole > from ? whole : to;
    }
}
