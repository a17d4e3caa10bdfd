using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SimXir.Experiments;

namespace SimXir.Report.Tests;

public sealed partial class ReportPageTests
{
    private static readonly SweepResult Two = Samples.Sweep(
        CellState.Completed,
        Samples.Judged("cifar10", Treatment.Baseline, 0, 0.8534),
        Samples.Judged("cifar10", Treatment.SimXir, 0, 0.8634),
        Samples.Judged("cifar10", Treatment.Baseline, 1, 0.8512),
        Samples.Unjudged("cifar10", Treatment.SimXir, 1, CellState.Failed, "a <script> & \"more\""));

    private static readonly Lazy<string> Page = new(() => ReportPage.Write(Report(Two)));

    /// <summary>Every element is closed where it should be, headings and links meet, and text stays text.</summary>
    [Fact]
    public void Write_Sweep_IsWholeAndEscaped()
    {
        var page = Parsed(Page.Value);

        Assert.Equal(["paper", "knn", "gains", "curves", "spread", "more-1", "tables", "ledger", "recipe", "versions"], page.Descendants("h2").Select(heading => heading.Attribute("id")!.Value));
        Assert.Equal(page.Descendants("h2").Select(heading => "#" + heading.Attribute("id")!.Value), page.Descendants("a").Select(link => link.Attribute("href")!.Value));
        Assert.Contains(page.Descendants("li"), entry => entry.Value == "cifar10 simsiam seed 1 simxir failed: a <script> & \"more\"");
        Assert.Contains(page.Descendants("pre"), text => text.Value.StartsWith("simxir run mini.yaml --data DIR --threads 2\nsimxir report mini --out DIR", StringComparison.Ordinal));
        Assert.Contains(page.Descendants("th"), key => key.Value == "pretrain.epochs");
        Assert.Contains(page.Descendants("li"), entry => entry.Value == "cifar10 simsiam seed 0 evaluate baseline: the probe did not converge");
    }

    /// <summary>All that it shows is in it, and its policy forbids to fetch anything.</summary>
    [Fact]
    public void Write_Sweep_NeedsNothingElse()
    {
        var page = Parsed(Page.Value);

        Assert.Contains(page.Descendants("meta"), meta => meta.Attribute("content")?.Value == "default-src 'none'; img-src data:; style-src 'unsafe-inline'");
        Assert.All(page.Descendants("img"), image => Assert.StartsWith("data:image/svg+xml;base64,", image.Attribute("src")!.Value, StringComparison.Ordinal));
        Assert.Empty(page.Descendants("script").Concat(page.Descendants("link")).Concat(page.Descendants("iframe")));
        Assert.DoesNotContain("url(", PageStyle.Css, StringComparison.Ordinal);
    }

    /// <summary>Who cannot see the figures is told what is in them; tables have captions and headers.</summary>
    [Fact]
    public void Write_Sweep_IsAccessible()
    {
        var page = Parsed(Page.Value);

        Assert.Equal("en-GB", page.Root!.Attribute("lang")!.Value);
        Assert.All(page.Descendants("img"), image => Assert.NotEmpty(image.Attribute("alt")!.Value));
        Assert.All(page.Descendants("table"), table => Assert.NotEmpty(table.Element("caption")!.Value));
        Assert.All(page.Descendants("tr").Where(row => row.Parent!.Name == "tbody"), row => Assert.Equal("th", row.Elements().First().Name));
        foreach (var image in page.Descendants("img"))
            Assert.Equal("svg", XDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(image.Attribute("src")!.Value.Split(',')[1]))).Root!.Name.LocalName);
    }

    [Fact]
    public void Write_SweepThatThePaperHasNothingOf_LeavesThePaperOut()
    {
        var page = Parsed(ReportPage.Write(Report(Samples.Quick) with { Curves = [], More = [] }));

        Assert.Equal(["knn", "gains", "spread", "tables", "ledger", "recipe", "versions"], page.Descendants("h2").Select(heading => heading.Attribute("id")!.Value));
    }

    [Fact]
    public void Write_SweepWithoutAFinishedCell_IsRefused() => Assert.Equal(
        "sweep 'mini' has no completed cell yet (1 waiting), so it has no figure; 'simxir why mini' tells where it stands",
        Assert.Throws<ReportException>(() => ReportPage.Write(Report(Samples.Sweep(CellState.Waiting, Samples.Unjudged("svhn", Treatment.Baseline, 0, CellState.Waiting))))).Message);

    private static SweepReport Report(SweepResult result) => new()
    {
        Result = result,
        Spec = new SweepSpec { Name = result.Sweep, Datasets = [], Methods = [], Pretrain = new PretrainSpec { Epochs = 6, BlockEpochs = 3 } },
        SpecText = "name: mini\n",
        Curves = [Curves.Pretraining],
        Environments = [new RunEnvironment("cpu", 2, "here", "2.10.0", "1.0")],
        Precisions = [Precision.Bf16],
        Fingerprints = ImmutableSortedDictionary<string, string>.Empty.Add("cifar10", "abc"),
        Notes = ["cifar10 simsiam seed 0 evaluate baseline: the probe did not converge"],
        Wasted = ImmutableSortedDictionary<StopReason, double>.Empty.Add(StopReason.OutOfMemory, 61),
        At = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        More = [new ReportSection("Dynamics", ["Groups contract."], "a  b\n", [("One point.", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")])],
    };

    /// <summary>As XML, once the elements that HTML does not close are closed.</summary>
    private static XDocument Parsed(string html) => XDocument.Parse(Void().Replace(html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal), "<$1$2/>"));

    [GeneratedRegex("<(meta|img|br)([^>]*)>")]
    private static partial Regex Void();
}
