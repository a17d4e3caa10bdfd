using System.Globalization;
using System.Text;

namespace SimXir.Report;

/// <summary>Where slot time went.</summary>
internal static class LedgerHtml
{
    public static void Write(StringBuilder html, SweepReport report)
    {
        var ledger = report.Result.Ledger;
        html.Heading("ledger", "Slot time").Paragraph($"{LedgerLine.Of(ledger)}.");
        (string Name, string What, double Seconds)[] parts =
        [
            ("useful", "training or evaluation that its result rests on", ledger.UsefulSeconds),
            ("redone", "work that an earlier attempt had done and lost", ledger.RedoneSeconds),
            ("start-up", "loading data, parents and checkpoints", ledger.StartupSeconds),
            ("checkpoint", "writing checkpoints and results", ledger.CheckpointSeconds),
            ("idle", "slots without work between rounds, while the experiment was at work", ledger.IdleSeconds),
            ("wasted", "attempts that failed", ledger.WastedSeconds),
        ];
        html.Table("Slot time by what it was spent on", rows =>
        {
            rows.Append("<thead>\n<tr><td></td><th scope=\"col\">time</th><th scope=\"col\">share</th><th scope=\"col\" class=\"words\">what</th></tr>\n</thead>\n<tbody>\n");
            foreach (var (name, what, seconds) in parts)
            {
                var share = ledger.TotalSeconds > 0 ? (100 * seconds / ledger.TotalSeconds).ToString("F1", CultureInfo.InvariantCulture) + " %" : "-";
                rows.Append("<tr><th scope=\"row\">").Append(name).Append("</th><td>").Append(DurationText.Of(TimeSpan.FromSeconds(seconds))).Append("</td><td>").Append(share)
                    .Append("</td><td class=\"words\">").Append(HtmlText.Of(what)).Append("</td></tr>\n");
            }
            rows.Append("</tbody>\n");
        });
        if (report.Wasted.Count > 0)
            html.List(report.Wasted.Select(wasted => $"wasted by {wasted.Key}: {DurationText.Of(TimeSpan.FromSeconds(wasted.Value))}"));
    }
}
