using System.Globalization;
using System.Text;
using SimXir.Experiments;

namespace SimXir.Report;

/// <summary>What was run, with what, and how to run it again.</summary>
internal static class RecipeHtml
{
    public static void Write(StringBuilder html, SweepReport report)
    {
        var sweep = report.Result.Sweep;
        html.Heading("recipe", "Recipe");
        html.Paragraph($"Saved as {sweep}.yaml, this runs it again, and serves what the store holds already:");
        html.Preformatted($"simxir run {sweep}.yaml --data DIR{Threads(report)}\nsimxir report {sweep} --out DIR");
        html.Preformatted(report.SpecText.TrimEnd() + "\n");
        var others = Departures.Of(report.Spec);
        if (others.Count > 0)
        {
            html.Table("Settings that are not the paper's, or not the field's standard where the paper is silent", rows =>
            {
                rows.Append("<thead>\n<tr><td></td><th scope=\"col\">here</th><th scope=\"col\">there</th></tr>\n</thead>\n<tbody>\n");
                foreach (var (key, here, there) in others)
                    rows.Append("<tr><th scope=\"row\">").Append(HtmlText.Of(key)).Append("</th><td>").Append(HtmlText.Of(here)).Append("</td><td>").Append(HtmlText.Of(there)).Append("</td></tr>\n");
                rows.Append("</tbody>\n");
            });
        }
        html.Heading("versions", "Versions").List(
        [
            $"SimXir {Each(report, environment => environment.Program)}, numerics {Engine.Version}, libtorch {Each(report, environment => environment.Torch)}",
            $"trained on {Each(report, environment => Text($"{environment.Device}, {environment.Threads} thread{(environment.Threads == 1 ? "" : "s")}"))}; "
            + Text($"{report.Environments.Select(environment => environment.Host).Distinct().Count()} machine(s)"),
            $"precision {string.Join(", ", report.Precisions.Select(precision => SpecWords.Of(precision)))}",
            .. report.Fingerprints.Select(data => $"{data.Key}: SHA-256 of its files {data.Value}"),
            .. report.Notes,
        ]);
    }

    /// <summary>Weights are equal, byte for byte, for one number of threads.</summary>
    private static string Threads(SweepReport report) =>
        report.Environments.Select(environment => environment.Threads).Distinct().ToArray() is [var threads] ? Text($" --threads {threads}") : "";

    private static string Each(SweepReport report, Func<RunEnvironment, string> of)
    {
        var all = report.Environments.Select(of).Distinct().Order(StringComparer.Ordinal).ToList();
        return all.Count == 0 ? "(not recorded)" : string.Join("; ", all);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
